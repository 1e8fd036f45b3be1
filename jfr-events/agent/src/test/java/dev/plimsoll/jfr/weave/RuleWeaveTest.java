package dev.plimsoll.jfr.weave;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.plimsoll.jfr.weave.Recorded.Block;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Bindings that a person describes are woven as those that are built in. */
class RuleWeaveTest {

    private static final String RULES = """
            binding codec -
            born UsesRules$Codec %3Cinit%3E () - this.peer - this
            dies UsesRules$Codec close () this.open this.peer UsesRules$Encoder
            binding session com.acme:session
            born UsesRules open ( - result.id().value() - result
            dies UsesRules shut ( - arg0.id().number() -
            binding slab -
            born UsesRules$Slab %3Cinit%3E (IJ) - this.address arg0*arg1 this
            dies UsesRules$Slab free () - this.address -
            binding wrong -
            born UsesRules$Id %3Cinit%3E (I) - this.nothing - this
            binding native -
            born com/sun/jna/Native malloc (J) - result arg0 -
            """;

    @ParameterizedTest
    @ValueSource(ints = {17, 25})
    void whatARuleDescribesIsFollowed(int jdk, @TempDir Path directory) throws Exception {
        Watched run = Watched.run(
                directory,
                jdk,
                "UsesRules",
                "jna",
                RULES,
                r -> r.of("OwnerCollected").anyMatch(e -> e.getString("binding").equals("codec")));
        Recorded recorded = run.recorded();

        List<Block> codecs = recorded.blocks("codec", "UsesRules");
        assertEquals("[Codec live, Encoder explicit, Codec live, Encoder live]", texts(codecs));
        assertTrue(codecs.stream().allMatch(b -> b.kind().equals("handle") && b.bytes() == 0), codecs::toString);
        assertEquals("[Slab live, Slab explicit]", texts(recorded.blocks("slab", "UsesRules")));
        Block slab = Recorded.sized(recorded.blocks("slab", "UsesRules"), 7_007);
        assertNull(slab.cause());
        Recorded.sized(recorded.blocks("slab", "UsesRules"), 3 * 555);
        assertEquals(
                List.of(12_347L),
                recorded.blocks("jna", "UsesRules").stream().map(Block::bytes).toList(),
                "what a wrapper takes is the wrapper's");
        assertEquals(1, recorded.total("slab", "frees"));

        assertTrue(
                recorded.of("BindingCoverage")
                        .anyMatch(e -> e.getString("binding").equals("wrong")
                                && e.getString("state").equals("failed")
                                && e.getString("detail").equals("UsesRules$Id: UsesRules$Id has no field nothing")),
                "what does not fit stays as it is and is said");
        assertEquals("failed ", recorded.coverage("native"));
        assertEquals("woven ", recorded.coverage("session"));
        assertEquals("[Session live, Session explicit]", texts(recorded.blocks("session", "UsesRules")));
        assertEquals(0, recorded.errors());
    }

    private static String texts(List<Block> blocks) {
        return blocks.stream()
                .map(b -> b.ownerClass().replace("UsesRules$", "") + " " + (b.cause() == null ? "live" : b.cause()))
                .toList()
                .toString();
    }

    @Test
    void aFileThatIsNoRuleIsRefused(@TempDir Path directory) throws IOException {
        for (String line : List.of("bind codec -", "born A m () - this.h - -", "binding codec -\ndies A m")) {
            Path file = Files.writeString(directory.resolve("rules"), line);
            assertThrows(IOException.class, () -> RulesFile.read(file), line);
        }
    }
}
