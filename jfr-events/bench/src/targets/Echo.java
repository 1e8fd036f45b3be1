import io.netty.bootstrap.Bootstrap;
import io.netty.bootstrap.ServerBootstrap;
import io.netty.buffer.ByteBuf;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.ChannelOption;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.nio.NioEventLoopGroup;
import io.netty.channel.socket.nio.NioServerSocketChannel;
import io.netty.channel.socket.nio.NioSocketChannel;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.concurrent.CountDownLatch;

/** A server that sends back what it gets, and clients that wait for it, on one thread: how much one turn of it finds to do hangs on nothing else. */
public class Echo extends Loop {

    private static final int CLIENTS = 8;
    private static final int BYTES = 1_024;

    private final EventLoopGroup loops = new NioEventLoopGroup(1);
    private final InetSocketAddress server;

    public Echo() throws Exception {
        Channel listening = new ServerBootstrap()
                .group(loops)
                .channel(NioServerSocketChannel.class)
                .childOption(ChannelOption.TCP_NODELAY, true)
                .childHandler(new ChannelInitializer<Channel>() {
                    @Override
                    protected void initChannel(Channel channel) {
                        channel.pipeline().addLast(new ChannelInboundHandlerAdapter() {
                            @Override
                            public void channelRead(ChannelHandlerContext context, Object message) {
                                context.writeAndFlush(message);
                            }
                        });
                    }
                })
                .bind(InetAddress.getLoopbackAddress(), 0)
                .sync()
                .channel();
        server = (InetSocketAddress) listening.localAddress();
    }

    @Override
    void pairs(int count) {
        throw new UnsupportedOperationException();
    }

    /** Nanoseconds of all threads per message there and back. */
    @Override
    String order(String[] words) throws Throwable {
        int each = Integer.parseInt(words[1]) / CLIENTS;
        CountDownLatch done = new CountDownLatch(CLIENTS);
        long before = PROCESS.getProcessCpuTime();
        for (int i = 0; i < CLIENTS; i++) {
            new Bootstrap()
                    .group(loops)
                    .channel(NioSocketChannel.class)
                    .option(ChannelOption.TCP_NODELAY, true)
                    .handler(new ChannelInitializer<Channel>() {
                        @Override
                        protected void initChannel(Channel channel) {
                            channel.pipeline().addLast(new Client(each, done));
                        }
                    })
                    .connect(server)
                    .sync();
        }
        done.await();
        return Long.toString((PROCESS.getProcessCpuTime() - before) / each / CLIENTS);
    }

    /** Sends the next message when the last one is back. */
    private static final class Client extends ChannelInboundHandlerAdapter {

        private final CountDownLatch done;
        private int left;
        private int missing;

        Client(int messages, CountDownLatch done) {
            this.left = messages;
            this.done = done;
        }

        @Override
        public void channelActive(ChannelHandlerContext context) {
            send(context);
        }

        @Override
        public void channelRead(ChannelHandlerContext context, Object message) {
            ByteBuf bytes = (ByteBuf) message;
            missing -= bytes.readableBytes();
            bytes.release();
            if (missing == 0 && --left > 0) {
                send(context);
            } else if (missing == 0) {
                context.close();
                done.countDown();
            }
        }

        private void send(ChannelHandlerContext context) {
            missing = BYTES;
            context.writeAndFlush(context.alloc().directBuffer(BYTES).writeZero(BYTES));
        }
    }
}
