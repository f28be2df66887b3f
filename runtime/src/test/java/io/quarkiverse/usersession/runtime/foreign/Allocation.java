package io.quarkiverse.usersession.runtime.foreign;

import java.lang.management.ManagementFactory;

import com.sun.management.ThreadMXBean;

/** How much memory this thread asks for, whether or not it is collected again. */
final class Allocation {

    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

    private Allocation() {
    }

    static long bytesSoFar() {
        return THREADS.getThreadAllocatedBytes(Thread.currentThread().getId());
    }
}
