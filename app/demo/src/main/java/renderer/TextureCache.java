package renderer;

import java.lang.foreign.Arena;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;

/// Textures that are in use or were lately. The one used longest ago is evicted; with [Fault#ARENA] its arena is
/// forgotten instead of closed. Any thread.
final class TextureCache {

    private static final int CAPACITY = 42;
    /// A demonstration that runs overnight must not eat the machine.
    private static final long MOST_FORGOTTEN = 512L << 20;

    private final boolean forget;
    private final Account.Site site;
    private final Map<Integer, Texture> textures = new LinkedHashMap<>(64, 0.75f, true);

    TextureCache(Scenario scenario, Account.Site site) {
        this.forget = scenario.has(Fault.ARENA);
        this.site = site;
    }

    synchronized Texture get(int id) {
        Texture known = textures.get(id);
        return known != null ? known : upload(id);
    }

    /// Loads ahead what will be drawn soon.
    synchronized void prefetch(int id) {
        if (!textures.containsKey(id)) {
            upload(id);
        }
    }

    private Texture upload(int id) {
        while (textures.size() >= CAPACITY) {
            evict();
        }
        Texture texture = TextureDecoder.decode(id, Arena.ofShared());
        site.took(texture.bytes());
        textures.put(id, texture);
        return texture;
    }

    private void evict() {
        Iterator<Texture> eldest = textures.values().iterator();
        Texture texture = eldest.next();
        eldest.remove();
        if (forget && site.forgottenBytes() < MOST_FORGOTTEN) {
            site.forgot(texture.bytes());
        } else {
            texture.arena().close();
            site.gaveBack(texture.bytes());
        }
    }
}
