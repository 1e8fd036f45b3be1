import static org.lwjgl.egl.EGL10.EGL_NO_CONTEXT;
import static org.lwjgl.opengl.GL45.*;

import java.nio.ByteBuffer;
import java.nio.IntBuffer;
import org.lwjgl.BufferUtils;
import org.lwjgl.opengl.GLDebugMessageCallback;

/** Objects of OpenGL on a surface that does not exist: every way to make and delete names, sizes, two contexts. */
public class UsesGl extends Surfaceless {

    public static void main(String[] args) throws Exception {
        long context = open();
        System.err.println(glGetString(GL_RENDERER) + ", OpenGL " + glGetString(GL_VERSION));
        int before = glGenTextures();
        ready();

        int texture = glGenTextures();
        glBindTexture(GL_TEXTURE_2D, texture);
        glTexImage2D(GL_TEXTURE_2D, 0, GL_RGBA8, 64, 33, 0, GL_RGBA, GL_UNSIGNED_BYTE, (ByteBuffer) null);
        glTexImage2D(GL_TEXTURE_2D, 0, GL_RGBA8, 64, 33, 0, GL_RGBA, GL_UNSIGNED_BYTE, (ByteBuffer) null);
        int[] many = new int[3];
        glGenBuffers(many);
        glBindBuffer(GL_ARRAY_BUFFER, many[0]);
        glBufferData(GL_ARRAY_BUFFER, 70_001L, GL_STATIC_DRAW);
        glBufferData(GL_ARRAY_BUFFER, new float[555], GL_STATIC_DRAW);
        glBindBuffer(GL_UNIFORM_BUFFER, many[1]);
        glBufferData(GL_UNIFORM_BUFFER, BufferUtils.createByteBuffer(4_711), GL_DYNAMIC_DRAW);
        glDeleteBuffers(new int[] {many[1], many[2]});
        IntBuffer names = BufferUtils.createIntBuffer(2);
        glGenFramebuffers(names);
        glDeleteFramebuffers(names);
        int stored = glCreateTextures(GL_TEXTURE_2D);
        glTextureStorage2D(stored, 3, GL_R8, 40, 20);
        int named = glCreateBuffers();
        glNamedBufferData(named, 12_345, GL_STATIC_DRAW);
        glDeleteBuffers(named);
        glDeleteBuffers(0);
        int renderbuffer = glGenRenderbuffers();
        glBindRenderbuffer(GL_RENDERBUFFER, renderbuffer);
        glRenderbufferStorage(GL_RENDERBUFFER, GL_DEPTH24_STENCIL8, 11, 13);
        glDeleteRenderbuffers(renderbuffer);
        glBindBuffer(GL_ARRAY_BUFFER, many[0]);
        glBufferSubData(GL_ARRAY_BUFFER, 4, new short[33]);
        glMapBuffer(GL_ARRAY_BUFFER, GL_WRITE_ONLY);
        glUnmapBuffer(GL_ARRAY_BUFFER);
        glMapBufferRange(GL_ARRAY_BUFFER, 16, 1_001, GL_MAP_WRITE_BIT, null);
        glUnmapBuffer(GL_ARRAY_BUFFER);
        glTexSubImage2D(GL_TEXTURE_2D, 0, 0, 0, 7, 5, GL_RGBA, GL_UNSIGNED_BYTE, BufferUtils.createByteBuffer(140));
        glDeleteTextures(before);
        int shader = glCreateShader(GL_VERTEX_SHADER);
        glDeleteShader(shader);
        glCreateProgram();
        long fence = glFenceSync(GL_SYNC_GPU_COMMANDS_COMPLETE, 0);
        glDeleteSync(fence);

        GLDebugMessageCallback debug = GLDebugMessageCallback.create((s, t, i, v, l, m, u) -> {});
        glDebugMessageCallback(debug, 0);
        glDebugMessageCallback(null, 0);
        debug.free();

        long alone = context(EGL_NO_CONTEXT);
        current(alone);
        tell("same", glGenTextures() - before);
        current(context(context));
        glDeleteTextures(stored);
        check();
        done();
        close();
    }
}
