import static org.lwjgl.opengl.GL45.*;

import java.nio.ByteBuffer;
import org.lwjgl.BufferUtils;

/** Memory of textures and renderbuffers: every dimension, levels and faces again, compressed, with several samples. */
public class UsesTextures extends Surfaceless {

    public static void main(String[] args) throws Exception {
        open();
        ready();
        bound(GL_TEXTURE_CUBE_MAP);
        glTexStorage2D(GL_TEXTURE_CUBE_MAP, 3, GL_RGBA8, 20, 20);
        bound(GL_TEXTURE_3D);
        glTexStorage3D(GL_TEXTURE_3D, 3, GL_R8, 9, 7, 5);
        bound(GL_TEXTURE_2D_ARRAY);
        glTexStorage3D(GL_TEXTURE_2D_ARRAY, 2, GL_RG8, 9, 7, 5);
        bound(GL_TEXTURE_CUBE_MAP_ARRAY);
        glTexStorage3D(GL_TEXTURE_CUBE_MAP_ARRAY, 2, GL_R16F, 8, 8, 12);
        bound(GL_TEXTURE_1D);
        glTexStorage1D(GL_TEXTURE_1D, 4, GL_RGBA32F, 19);
        bound(GL_TEXTURE_1D_ARRAY);
        glTexStorage2D(GL_TEXTURE_1D_ARRAY, 3, GL_R8, 19, 5);
        bound(GL_TEXTURE_2D);
        glTexStorage2D(GL_TEXTURE_2D, 3, GL_COMPRESSED_RG_RGTC2, 13, 9);
        check();
        images();
        samples();
        byName();
        check();
        done();
        close();
    }

    private static void images() {
        bound(GL_TEXTURE_CUBE_MAP);
        for (int face = 0; face < 6; face++) {
            image(GL_TEXTURE_CUBE_MAP_POSITIVE_X + face, 0, 7);
        }
        image(GL_TEXTURE_CUBE_MAP_POSITIVE_Y, 1, 3);
        image(GL_TEXTURE_CUBE_MAP_POSITIVE_Y, 0, 7);
        image(GL_TEXTURE_CUBE_MAP_POSITIVE_Y, 1, 2);
        bound(GL_TEXTURE_3D);
        glTexImage3D(GL_TEXTURE_3D, 0, GL_RGB8, 5, 4, 3, 0, GL_RGB, GL_UNSIGNED_BYTE, (ByteBuffer) null);
        glTexImage3D(GL_TEXTURE_3D, 1, GL_RGB8, 2, 2, 1, 0, GL_RGB, GL_UNSIGNED_BYTE, (ByteBuffer) null);
        glTexImage3D(GL_TEXTURE_3D, 1, GL_RGB8, 2, 2, 1, 0, GL_RGB, GL_UNSIGNED_BYTE, 0L);
        glTexImage3D(GL_TEXTURE_3D, 1, GL_RGB8, 1, 1, 1, 0, GL_RGB, GL_UNSIGNED_BYTE, 0L);
        bound(GL_TEXTURE_1D);
        glTexImage1D(GL_TEXTURE_1D, 0, GL_R8, 17, 0, GL_RED, GL_UNSIGNED_BYTE, (ByteBuffer) null);
        bound(GL_TEXTURE_RECTANGLE);
        glTexImage2D(GL_TEXTURE_RECTANGLE, 0, GL_RGBA8, 5, 3, 0, GL_RGBA, GL_UNSIGNED_BYTE, 0L);
        glTexImage2D(GL_PROXY_TEXTURE_2D, 0, GL_RGBA8, 512, 512, 0, GL_RGBA, GL_UNSIGNED_BYTE, 0L);
        int compressed = bound(GL_TEXTURE_2D);
        ByteBuffer blocks = BufferUtils.createByteBuffer(3 * 96);
        glCompressedTexImage2D(GL_TEXTURE_2D, 0, GL_COMPRESSED_RED_RGTC1, 13, 9, 0, blocks.limit(96));
        glDeleteTextures(compressed);
        bound(GL_TEXTURE_2D_ARRAY);
        glCompressedTexImage3D(GL_TEXTURE_2D_ARRAY, 0, GL_COMPRESSED_RED_RGTC1, 13, 9, 3, 0, blocks.limit(288));
        check();
    }

    private static void samples() {
        int renderbuffer = glGenRenderbuffers();
        glBindRenderbuffer(GL_RENDERBUFFER, renderbuffer);
        glRenderbufferStorageMultisample(GL_RENDERBUFFER, 4, GL_RGBA8, 11, 13);
        bound(GL_TEXTURE_2D_MULTISAMPLE);
        glTexImage2DMultisample(GL_TEXTURE_2D_MULTISAMPLE, 4, GL_RGBA8, 6, 5, true);
        bound(GL_TEXTURE_2D_MULTISAMPLE_ARRAY);
        glTexStorage3DMultisample(GL_TEXTURE_2D_MULTISAMPLE_ARRAY, 4, GL_R8, 3, 3, 3, true);
        check();
    }

    private static void byName() {
        glTextureStorage1D(glCreateTextures(GL_TEXTURE_1D), 2, GL_R8, 9);
        glTextureStorage2D(glCreateTextures(GL_TEXTURE_CUBE_MAP), 2, GL_R8, 6, 6);
        glTextureStorage3D(glCreateTextures(GL_TEXTURE_3D), 2, GL_R8, 6, 5, 4);
        glTextureStorage2DMultisample(glCreateTextures(GL_TEXTURE_2D_MULTISAMPLE), 4, GL_R8, 5, 5, true);
        int read = glCreateRenderbuffers();
        glNamedRenderbufferStorage(read, GL_RGBA8, 16, 15);
        glNamedRenderbufferStorageMultisample(glCreateRenderbuffers(), 0, GL_R8, 11, 13);
        int framebuffer = glGenFramebuffers();
        glBindFramebuffer(GL_READ_FRAMEBUFFER, framebuffer);
        glFramebufferRenderbuffer(GL_READ_FRAMEBUFFER, GL_COLOR_ATTACHMENT0, GL_RENDERBUFFER, read);
        bound(GL_TEXTURE_2D);
        glCopyTexImage2D(GL_TEXTURE_2D, 0, GL_RGBA8, 0, 0, 11, 7, 0);
        glDeleteFramebuffers(framebuffer);
    }

    private static int bound(int target) {
        int name = glGenTextures();
        glBindTexture(target, name);
        return name;
    }

    private static void image(int target, int level, int size) {
        glTexImage2D(target, level, GL_RGB8, size, size, 0, GL_RGB, GL_UNSIGNED_BYTE, (ByteBuffer) null);
    }
}
