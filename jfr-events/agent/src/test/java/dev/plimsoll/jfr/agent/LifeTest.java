package dev.plimsoll.jfr.agent;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.plimsoll.jfr.agent.Desk.Recorded;
import dev.plimsoll.jfr.event.v1.EventNames;
import dev.plimsoll.testing.Jdks;
import java.nio.file.Path;
import java.util.List;
import jdk.jfr.consumer.RecordingFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** From the first attach to what is left after the last. */
class LifeTest {

    private static final long FIVE_SECONDS = 5_000_000_000L;

    @TempDir
    Path directory;

    @ParameterizedTest
    @ValueSource(ints = {17, 25})
    void attachesDetachesAndAttachesAgain(int feature) throws Exception {
        try (Child child = Child.start(feature, directory)) {
            try (Desk first = Desk.attach(child.pid(), "exact")) {
                child.orderOk("unsafe-keep 1013 3");
                assertEquals(3, count(first.stop(), 1_013));
                first.detach();
            }
            assertEquals("recordings", child.order("recordings"));
            child.orderOk("unsafe-keep 1013 5");
            try (Desk second = Desk.attach(child.pid(), "exact")) {
                child.orderOk("unsafe-keep 1019 7");
                // Blocks of the first session and of the time between are nobody's here: their frees are not events.
                child.orderOk("unsafe-free-kept");
                Recorded recorded = second.stop();
                assertEquals(0, count(recorded, 1_013));
                assertEquals(7, count(recorded, 1_019));
                assertEquals(7, recorded.of(EventNames.NATIVE_FREE).size());
                second.detach();
            }
            assertEquals("recordings", child.order("recordings"));
        }
    }

    /** What is loaded once is loaded by the second. */
    @ParameterizedTest
    @ValueSource(ints = {17, 25})
    void manyRoundsLeaveNoClassLoaderBehind(int feature) throws Exception {
        try (Child child = Child.start(feature, directory)) {
            String after2 = "";
            for (int round = 1; round <= 6; round++) {
                try (Desk desk = Desk.attach(child.pid(), "exact")) {
                    child.orderOk("direct-clean 1067 50");
                    desk.detach();
                }
                after2 = round == 2 ? child.order("loaders") : after2;
            }
            assertTrue(after2.matches("loaders [0-9]+"), after2);
            assertEquals(after2, child.order("loaders"));
        }
    }

    /**
     * Without compiled code, for that is what lets the VM keep versions of classes: wrappers of native methods are never
     * unloaded, and counters of the compiler leave holes. One version of Unsafe alone takes more than is allowed here.
     */
    @ParameterizedTest
    @ValueSource(ints = {17, 25})
    void manyRoundsLeaveNoVersionOfAClassBehind(int feature) throws Exception {
        try (Child child = Child.start(feature, directory, "-Xint")) {
            long afterWarm = 0;
            for (int round = 1; round <= 10; round++) {
                try (Desk desk = Desk.attach(child.pid(), "exact")) {
                    child.orderOk("direct-clean 1067 50");
                    desk.detach();
                }
                afterWarm = round == 4 ? Long.parseLong(child.order("metaspace")) : afterWarm;
            }
            long each = (Long.parseLong(child.order("metaspace")) - afterWarm) / 6;
            assertTrue(each < 64 << 10, each + " bytes of metaspace a round");
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {17, 25})
    void aDeskThatVanishesLeavesNoRecording(int feature) throws Exception {
        try (Child child = Child.start(feature, directory)) {
            try (Desk desk = Desk.attach(child.pid(), "exact")) {
                assertEquals("recordings Plimsoll=RUNNING", child.order("recordings"));
                assertEquals("pong", desk.ask("ping"));
            }
            awaitNoRecording(child);
            try (Desk again = Desk.attach(child.pid(), "exact")) {
                child.orderOk("unsafe-keep 1021 2");
                assertEquals(2, count(again.stop(), 1_021));
                again.detach();
            }
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {17, 25})
    void aDeskThatIsKilledLeavesNoRecording(int feature) throws Exception {
        try (Child child = Child.start(feature, directory)) {
            Process desk = new ProcessBuilder(
                            ProcessHandle.current().info().command().orElseThrow(),
                            "-Dplimsoll.agent=" + System.getProperty("plimsoll.agent"),
                            "-cp",
                            System.getProperty("java.class.path"),
                            LonelyDesk.class.getName(),
                            Long.toString(child.pid()))
                    .redirectError(ProcessBuilder.Redirect.INHERIT)
                    .start();
            assertEquals("attached", desk.inputReader().readLine());
            assertEquals("recordings Plimsoll=RUNNING", child.order("recordings"));
            desk.destroyForcibly().waitFor();
            awaitNoRecording(child);
        }
    }

    /** Attaches and waits to be killed. */
    static final class LonelyDesk {

        private LonelyDesk() {}

        public static void main(String[] arguments) throws Exception {
            Desk desk = Desk.attach(Long.parseLong(arguments[0]), "adaptive");
            System.out.println("attached");
            desk.receive();
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {17, 25})
    void aSecondDeskIsToldThatTheTargetIsTaken(int feature) throws Exception {
        try (Child child = Child.start(feature, directory);
                Desk first = Desk.attach(child.pid(), "exact")) {
            try (Desk second = Desk.call(child.pid(), "adaptive")) {
                assertEquals(List.of("busy " + child.pid()), second.greeting());
                assertEquals("", second.receive());
            }
            child.orderOk("unsafe-keep 1031 2");
            assertEquals(2, count(first.stop(), 1_031));
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {17, 25})
    void aRecorderThatRunsAlreadyKeepsItsRepositoryAndItsDepth(int feature) throws Exception {
        try (Child child = Child.start(feature, directory)) {
            child.orderOk("record");
            try (Desk desk = Desk.call(child.pid(), "adaptive")) {
                String hello = desk.greeting().get(0);
                assertTrue(hello.contains(" jfr=running depth=0 "), hello);
                assertTrue(!hello.contains(desk.directory().toString()), hello);
                desk.detach();
            }
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {17, 25})
    void theRepositoryIsPrivateTheStacksAreDeepAndTheFlushIsFast(int feature) throws Exception {
        try (Child child = Child.start(feature, directory);
                Desk desk = Desk.call(child.pid(), "adaptive")) {
            String hello = desk.greeting().get(0);
            assertTrue(hello.startsWith("hello version=1 pid=" + child.pid() + " "), hello);
            assertTrue(hello.contains(" repository=" + desk.directory() + "/"), hello);
            assertTrue(hello.contains(" jfr=new depth=128 flush=fast "), hello);
            desk.detach();
        }
    }

    /** By default a VM does not verify the JDK's own classes, and JDK 17 then shows them without their frames. */
    @ParameterizedTest
    @ValueSource(ints = {17, 25})
    void classesThatTheVmDoesNotVerifyAreWovenTheSame(int feature) throws Exception {
        try (Child child = Child.start(feature, directory, "-Xverify:remote");
                Desk desk = Desk.call(child.pid(), "exact")) {
            List<String> greeting = desk.greeting();
            for (String binding : feature < 22 ? List.of("direct", "unsafe") : List.of("direct", "unsafe", "ffm")) {
                assertTrue(
                        greeting.stream().anyMatch(l -> l.startsWith("coverage binding=" + binding + " state=woven ")),
                        () -> String.join("\n", greeting));
            }
            child.orderOk("direct-clean 1061 2");
            Recorded recorded = desk.stop();
            assertEquals(2, count(recorded, 1_061));
            assertEquals(2, recorded.of(EventNames.NATIVE_FREE).size());
            desk.detach();
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {17, 25})
    void ordersThatMakeNoSenseAreAnsweredAndChangeNothing(int feature) throws Exception {
        try (Child child = Child.start(feature, directory);
                Desk desk = Desk.attach(child.pid(), "exact")) {
            assertTrue(desk.ask("interval often").startsWith("error An%20interval%20is%20adaptive"));
            assertTrue(desk.ask("dance").startsWith("error "));
            assertEquals("ok interval", desk.ask("interval 4096"));
            assertEquals("ok interval", desk.ask("interval exact"));
            child.orderOk("unsafe-keep 1033 2");
            assertEquals(2, count(desk.stop(), 1_033));
        }
    }

    @Test
    void aJvmWithoutFlightRecorderIsRefusedAndLivesOn() throws Exception {
        Path image = directory.resolve("image");
        Process jlink = new ProcessBuilder(
                        Jdks.home(17).resolve("bin").resolve("jlink").toString(),
                        "--add-modules",
                        "java.base,java.instrument,jdk.unsupported",
                        "--output",
                        image.toString())
                .inheritIO()
                .start();
        assertEquals(0, jlink.waitFor());
        try (Child child = Child.start(image.resolve("bin").resolve("java"), 17, directory);
                Desk desk = Desk.call(child.pid(), "adaptive")) {
            String refused = desk.greeting().get(0);
            assertTrue(refused.startsWith("refused The%20JVM%20has%20no%20module%20jdk.jfr"), refused);
            assertEquals("", desk.receive());
            child.orderOk("unsafe-keep 1039 2");
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {17, 25})
    void aJvmThatOnlyResolvedTheBaseIsWatchedAllTheSame(int feature) throws Exception {
        try (Child child = Child.start(feature, directory, "--limit-modules", "java.base,jdk.unsupported");
                Desk desk = Desk.attach(child.pid(), "exact")) {
            child.orderOk("unsafe-keep 1039 2");
            assertEquals(2, count(desk.stop(), 1_039));
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {17, 25})
    void asAJavaagentItWritesAFileWhenTheProgramEnds(int feature) throws Exception {
        Path file = directory.resolve("whole.jfr");
        String agent = System.getProperty("plimsoll.agent");
        try (Child child = Child.start(feature, directory, "-javaagent:" + agent + "=interval=exact,file=" + file)) {
            child.orderOk("unsafe-keep 1049 3");
        }
        assertEquals(3, count(new Recorded(RecordingFile.readAllEvents(file)), 1_049));
    }

    private static void awaitNoRecording(Child child) throws Exception {
        long deadline = System.nanoTime() + FIVE_SECONDS;
        String recordings;
        do {
            recordings = child.order("recordings");
        } while (!recordings.equals("recordings") && System.nanoTime() < deadline);
        assertEquals("recordings", recordings);
    }

    private static long count(Recorded recorded, long bytes) {
        return recorded.of(EventNames.NATIVE_ALLOCATION).stream()
                .filter(e -> e.getLong(EventNames.FIELD_BYTES) == bytes)
                .count();
    }
}
