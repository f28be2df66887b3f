package io.quarkiverse.usersession.runtime.format;

import com.fasterxml.jackson.core.util.BufferRecycler;
import com.fasterxml.jackson.core.util.RecyclerPool;

import io.quarkiverse.usersession.runtime.pool.Pool;

/**
 * Keeps the buffers that Jackson reads from and writes to. Jackson keeps them for each thread, so a virtual thread would create
 * 16 KB for each request, and its bounded pool has a lock for which all threads wait.
 */
final class JsonBuffers implements RecyclerPool<BufferRecycler> {

    private static final long serialVersionUID = 1L;

    private final transient Pool<BufferRecycler> buffers = new Pool<>();

    @Override
    public BufferRecycler acquirePooled() {
        BufferRecycler buffer = buffers.take();
        return buffer == null ? new BufferRecycler() : buffer;
    }

    @Override
    public void releasePooled(BufferRecycler buffer) {
        buffers.give(buffer);
    }
}
