package io.quarkiverse.usersession.benchmarks.http;

import java.lang.management.ManagementFactory;
import java.util.Arrays;

import com.sun.management.ThreadMXBean;

/** How much memory the threads of this process have asked for, whether or not it was collected again. */
final class Allocation {

    private Allocation() {
    }

    /** In bytes; 0 in a native executable, which does not count them for each thread. */
    static long bytesSoFar() {
        if (System.getProperty("org.graalvm.nativeimage.imagecode") != null) {
            return 0;
        }
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        return Arrays.stream(threads.getThreadAllocatedBytes(threads.getAllThreadIds())).filter(bytes -> bytes > 0).sum();
    }
}
