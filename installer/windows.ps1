# The installer for Windows: powershell -ExecutionPolicy Bypass -File installer\windows.ps1. The .msi comes to lie in target\installer.
# Needs a JDK 25 in PLIMSOLL_JAVA_HOME or JAVA_HOME, and WiX 4 or later on the path (dotnet tool install --global wix, and its extensions
# WixToolset.Util.wixext and WixToolset.UI.wixext).
#
# Written from the documents of jpackage and checked on no Windows yet.
$ErrorActionPreference = 'Stop'

function Fail($sentence) {
    [Console]::Error.WriteLine("installer: $sentence")
    exit 2
}

function Run($program) {
    & $program @args
    if ($LASTEXITCODE -ne 0) { Fail "$program failed" }
}

$jdk = @($env:PLIMSOLL_JAVA_HOME, $env:JAVA_HOME) | Where-Object {
    $_ -and (Test-Path "$_\bin\jpackage.exe") -and (Select-String -Quiet -Pattern '^JAVA_VERSION="25' -Path "$_\release")
} | Select-Object -First 1
if (-not $jdk) { Fail 'no JDK 25 with jpackage: set PLIMSOLL_JAVA_HOME to one' }

$root = Split-Path -Parent $PSScriptRoot
$desk = "$root\app\window\target\desk"
$icons = "$root\app\window\target\icons"
$out = "$root\target\installer"
$version = ([xml](Get-Content "$root\pom.xml")).project.version

Write-Host "installer: building Plimsoll $version"
$env:JAVA_HOME = $jdk
Push-Location $root
Run "$root\mvnw.cmd" '-q' '-Pinstaller' '-Dmaven.test.skip=true' 'package'
Pop-Location
if (Test-Path $out) { Remove-Item -Recurse -Force $out }
New-Item -ItemType Directory -Force "$out\input", "$out\content\notices" | Out-Null
Copy-Item "$desk\lib\*.jar" "$out\input"
Copy-Item -Force "$root\app\window\target\modern\*.jar" "$out\input"
Copy-Item -Recurse "$desk\agent", "$desk\demo" "$out\content"
Copy-Item "$root\LICENSE", "$root\app\window\target\generated-sources\license\THIRD-PARTY.txt" "$out\content\notices"

# The lists of common.sh; the agent, the demo and the notices lie beside `app`.
$modules = 'javafx.controls,javafx.graphics,java.desktop,java.logging,java.prefs,java.instrument,jdk.unsupported,jdk.zipfs,' +
    'jdk.attach,jdk.jfr,jdk.management,jdk.management.agent,jdk.management.jfr,java.management.rmi,jdk.accessibility'
$options = @(
    '-XX:+UseSerialGC',
    '-XX:MaxNewSize=64m',
    '-XX:+UnlockDiagnosticVMOptions',
    '-XX:ArchiveRelocationMode=0',
    '--add-modules=javafx.controls,javafx.graphics',
    '--enable-native-access=javafx.graphics,ALL-UNNAMED',
    '--add-exports=javafx.base/com.sun.javafx.event=ALL-UNNAMED',
    '--add-opens=javafx.controls/javafx.scene.control.skin=ALL-UNNAMED',
    '--add-exports=jdk.jfr/jdk.jfr.internal.util=ALL-UNNAMED',
    '--add-exports=jdk.attach/sun.tools.attach=ALL-UNNAMED',
    '-Dplimsoll.agent=$APPDIR\..\agent\plimsoll-agent.jar',
    '-Dplimsoll.demo=$APPDIR\..\demo\plimsoll-demo.jar',
    '-XX:AOTCache=$APPDIR\plimsoll.aot') | ForEach-Object { '--java-options'; $_ }

Write-Host 'installer: linking the run-time image'
Run "$jdk\bin\jlink.exe" '--module-path' "$desk\fx" '--add-modules' $modules '--output' "$out\runtime" `
    '--strip-debug' '--no-header-files' '--no-man-pages' '--compress' 'zip-6'

# Two launchers. The first is for the menu and for double clicks, which start it with the file alone; the second, with a console, for the
# commands. Both have the options that the cache is trained with.
Set-Content "$out\console.properties" "win-console=true`nwin-menu=false`nwin-shortcut=false`nicon=$($icons -replace '\\', '/')/plimsoll.ico"
Run "$jdk\bin\jpackage.exe" '--type' 'app-image' '--name' 'Plimsoll Desk' '--app-version' $version '--vendor' 'The Plimsoll project' `
    '--runtime-image' "$out\runtime" '--input' "$out\input" '--main-jar' "plimsoll-core-$version.jar" `
    '--main-class' 'dev.plimsoll.cli.Main' '--icon' "$icons\plimsoll.ico" `
    '--add-launcher' "plimsoll=$out\console.properties" `
    '--app-content' "$out\content\agent" '--app-content' "$out\content\demo" '--app-content' "$out\content\notices" `
    '--dest' $out @options

Write-Host 'installer: training the start-up cache'
$image = "$out\Plimsoll Desk"
# The cache checks the times of the jars, and the installer keeps them to two seconds.
$stamp = [DateTime]::new(2026, 1, 1, 0, 0, 0, [DateTimeKind]::Utc)
Get-ChildItem -Recurse -File "$image\app" -Filter *.jar | ForEach-Object { $_.LastWriteTimeUtc = $stamp }
$work = New-Item -ItemType Directory "$out\work"
$cfg = "$image\app\plimsoll.cfg"
$given = Get-Content $cfg
$given | Where-Object { $_ -notmatch 'AOTCache' } | Set-Content $cfg
$demo = Start-Process -PassThru -NoNewWindow "$image\runtime\bin\java.exe" '-Xmx96m', '-jar', "`"$image\demo\plimsoll-demo.jar`"", 'all' `
    -RedirectStandardOutput "$work\demo.txt"
try {
    while (-not (Get-Item "$work\demo.txt").Length) { Start-Sleep -Milliseconds 100 }
    Run "$image\plimsoll.exe" 'record' $demo.Id '-d' '4s' '-o' "$work\a.jfr"
} finally {
    Stop-Process $demo
}
$given -replace '-XX:AOTCache=', '-XX:AOTCacheOutput=' | Set-Content $cfg
Run "$image\plimsoll.exe" 'open' "$work\a.jfr" '--screenshots' "$work\pages"
Set-Content $cfg $given
Remove-Item -Recurse -Force $work

Set-Content "$out\jfr.properties" @"
extension=jfr
mime-type=application/x-java-flight-recording
description=JFR recording
icon=$($icons -replace '\\', '/')/plimsoll-recording.ico
"@
# The upgrade code must never change: by it Windows knows an older Plimsoll.
Run "$jdk\bin\jpackage.exe" '--type' 'msi' '--app-image' $image '--name' 'Plimsoll' '--app-version' $version `
    '--vendor' 'The Plimsoll project' '--license-file' "$root\LICENSE" '--file-associations' "$out\jfr.properties" `
    '--win-menu' '--win-menu-group' 'Plimsoll' '--win-dir-chooser' '--win-per-user-install' `
    '--win-upgrade-uuid' '5d0f8c1e-6a0c-4b57-9a47-0b7c5d2f3e91' '--dest' $out
Get-ChildItem "$out\*.msi"
