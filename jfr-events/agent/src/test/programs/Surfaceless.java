import static org.lwjgl.egl.EGL10.*;
import static org.lwjgl.egl.EGL12.eglBindAPI;
import static org.lwjgl.opengl.GL11.*;

import java.nio.IntBuffer;
import org.lwjgl.BufferUtils;
import org.lwjgl.egl.EGL;
import org.lwjgl.egl.EGL14;
import org.lwjgl.opengl.GL;
import org.lwjgl.system.JNI;

/** A program that draws with OpenGL on a surface that does not exist. */
public class Surfaceless extends Program {

    /** EGL_MESA_platform_surfaceless. */
    private static final int SURFACELESS = 0x31DD;

    private static long display;
    private static long config;

    /** Makes a context and makes it current. */
    static long open() {
        // LWJGL refuses the native display 0, which this platform wants.
        display = JNI.callPPP(SURFACELESS, 0L, 0L, EGL.getCapabilities().eglGetPlatformDisplay);
        IntBuffer one = BufferUtils.createIntBuffer(1);
        if (!eglInitialize(display, one, BufferUtils.createIntBuffer(1))) {
            throw new IllegalStateException("no EGL display");
        }
        EGL.createDisplayCapabilities(display);
        eglBindAPI(EGL14.EGL_OPENGL_API);
        org.lwjgl.PointerBuffer configs = BufferUtils.createPointerBuffer(1);
        eglChooseConfig(
                display,
                new int[] {EGL_SURFACE_TYPE, EGL_PBUFFER_BIT, EGL14.EGL_RENDERABLE_TYPE, EGL14.EGL_OPENGL_BIT, EGL_NONE
                },
                configs,
                new int[1]);
        config = configs.get(0);
        long context = context(EGL_NO_CONTEXT);
        current(context);
        return context;
    }

    static void close() {
        GL.setCapabilities(null);
        eglTerminate(display);
    }

    /** Nothing was done that OpenGL does not allow. */
    static void check() {
        int error = glGetError();
        if (error != GL_NO_ERROR) {
            throw new IllegalStateException("OpenGL complains: " + Integer.toHexString(error));
        }
    }

    static long context(long shared) {
        long made = eglCreateContext(display, config, shared, new int[] {0x3098, 4, 0x30FB, 5, EGL_NONE});
        if (made == EGL_NO_CONTEXT) {
            throw new IllegalStateException("no context, EGL error " + Integer.toHexString(eglGetError()));
        }
        return made;
    }

    static void current(long context) {
        if (!eglMakeCurrent(display, EGL_NO_SURFACE, EGL_NO_SURFACE, context)) {
            throw new IllegalStateException("no current context");
        }
        GL.createCapabilities();
    }
}
