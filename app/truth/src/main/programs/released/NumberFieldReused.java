// answer: healthy
// on: 17 25
// library: released/nuklear
package released;

import static org.lwjgl.nuklear.Nuklear.*;

import org.lwjgl.nuklear.NkAllocator;
import org.lwjgl.nuklear.NkContext;
import org.lwjgl.nuklear.NkPluginFilter;
import org.lwjgl.nuklear.NkRect;
import org.lwjgl.nuklear.NkTextEdit;
import org.lwjgl.nuklear.NkUserFont;
import org.lwjgl.nuklear.Nuklear;
import org.lwjgl.system.MemoryStack;
import org.lwjgl.system.MemoryUtil;
import pace.Pace;

/** As its twin, but with one filter for all frames. */
public class NumberFieldReused {

    private static final NkAllocator ALLOCATOR = NkAllocator.create()
            .alloc((handle, old, size) -> MemoryUtil.nmemAllocChecked(size))
            .mfree((handle, pointer) -> MemoryUtil.nmemFree(pointer));

    private static final NkPluginFilter DECIMAL = NkPluginFilter.create(Nuklear::nnk_filter_decimal);

    public static void main(String[] args) throws Exception {
        NkContext context = NkContext.create();
        NkUserFont font = NkUserFont.create()
                .width((handle, h, text, length) -> 7f * length)
                .height(12f);
        if (!nk_init(context, ALLOCATOR, font)) {
            throw new IllegalStateException();
        }
        NkTextEdit edit = NkTextEdit.create();
        nk_textedit_init(edit, ALLOCATOR, 64);
        Pace.run(30, number -> frame(context, edit));
    }

    private static void frame(NkContext context, NkTextEdit edit) {
        try (MemoryStack stack = MemoryStack.stackPush()) {
            NkRect rect = NkRect.malloc(stack);
            if (nk_begin(context, "window", nk_rect(0, 0, 200, 100, rect), 0)) {
                nk_layout_row_dynamic(context, 30, 1);
                nk_edit_buffer(context, 0, edit, DECIMAL);
            }
            nk_end(context);
            nk_clear(context);
        }
    }
}
