package dev.plimsoll.jfr.junit;

import com.sun.tools.attach.VirtualMachine;

/** The helper process: {@code AttachMain PID AGENT_JAR}. What goes wrong is its last line and its exit code. */
final class AttachMain {

    private AttachMain() {}

    public static void main(String[] args) throws Exception {
        VirtualMachine machine = VirtualMachine.attach(args[0]);
        try {
            machine.loadAgent(args[1], "interval=exact");
        } finally {
            machine.detach();
        }
    }
}
