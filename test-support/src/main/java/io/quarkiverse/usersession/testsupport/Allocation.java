package io.quarkiverse.usersession.testsupport;

import java.lang.management.ManagementFactory;

import com.sun.management.ThreadMXBean;

/** Measures how much memory this thread allocates, whether or not it is collected again. */
public final class Allocation {

    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

    private Allocation() {
    }

    public static long bytesSoFar() {
        return THREADS.getThreadAllocatedBytes(Thread.currentThread().getId());
    }
}
