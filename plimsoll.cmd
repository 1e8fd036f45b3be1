@echo off
rem Starts Plimsoll from the source tree: finds a JDK 25, builds when nothing is built yet, runs.
setlocal EnableExtensions
set "here=%~dp0"
set "desk=%here%app\window\target\desk"
set "jdk="
if defined PLIMSOLL_JAVA_HOME (
    call :try "%PLIMSOLL_JAVA_HOME%"
    if not defined jdk (
        echo plimsoll: PLIMSOLL_JAVA_HOME is not a JDK 25: %PLIMSOLL_JAVA_HOME% 1>&2
        exit /b 2
    )
)
if not defined jdk if defined JAVA_HOME call :try "%JAVA_HOME%"
for /d %%d in ("%ProgramFiles%\Eclipse Adoptium\jdk-25*" "%ProgramFiles%\Java\jdk-25*" "%ProgramFiles%\Microsoft\jdk-25*" "%USERPROFILE%\.jdks\*") do call :try "%%~d"
if not defined jdk (
    echo plimsoll: no JDK 25 on this machine: install one from https://adoptium.net or set PLIMSOLL_JAVA_HOME to it 1>&2
    exit /b 2
)
if not exist "%desk%\built" (
    echo plimsoll: building; the first time Maven fetches libraries, which takes a minute or two 1>&2
    if not exist "%here%target" mkdir "%here%target"
    pushd "%here%"
    set "JAVA_HOME=%jdk%"
    call mvnw.cmd -Dmaven.test.skip=true package > "%here%target\plimsoll-build.log" 2>&1
    popd
)
if not exist "%desk%\built" (
    echo plimsoll: the build failed; the whole log is %here%target\plimsoll-build.log 1>&2
    exit /b 2
)
"%jdk%\bin\java" -XX:+UseSerialGC -XX:MaxNewSize=64m ^
    --module-path "%desk%\fx" --add-modules javafx.controls,javafx.graphics ^
    --enable-native-access=javafx.graphics ^
    --add-exports=javafx.base/com.sun.javafx.event=ALL-UNNAMED ^
    --add-opens=javafx.controls/javafx.scene.control.skin=ALL-UNNAMED ^
    --add-exports=jdk.jfr/jdk.jfr.internal.util=ALL-UNNAMED ^
    --add-exports=jdk.attach/sun.tools.attach=ALL-UNNAMED ^
    "-Dplimsoll.agent=%desk%\agent\plimsoll-agent.jar" ^
    "-Dplimsoll.demo=%desk%\demo\plimsoll-demo.jar" ^
    -cp "%desk%\lib\*" dev.plimsoll.cli.Main %*
exit /b %ERRORLEVEL%

:try
if defined jdk exit /b 0
if not exist "%~1\bin\javac.exe" exit /b 0
findstr /b /c:"JAVA_VERSION=\"25" "%~1\release" >nul 2>&1 && set "jdk=%~1"
exit /b 0
