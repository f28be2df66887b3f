package io.quarkiverse.usersession.replicas;

import io.quarkiverse.usersession.testsupport.Browser;

/** How a sign-in of ada is ended. */
enum Way {

    SIGN_OUT(false, false) {
        @Override
        String path(String id) {
            return "/open/sign-out";
        }
    },
    DESTROY(false, false) {
        @Override
        String path(String id) {
            return "/open/destroy";
        }
    },
    BY_ID(true, true) {
        @Override
        String path(String id) {
            return "/users/sign-out-device?user=ada&id=" + id;
        }
    },
    EVERYWHERE(true, true) {
        @Override
        String path(String id) {
            return "/users/sign-out-everywhere?user=ada";
        }
    },
    ELSEWHERE(true, true) {
        @Override
        String path(String id) {
            return "/users/sign-out-elsewhere";
        }
    };

    private final boolean fromAnotherDevice;
    final boolean confirmed;

    /**
     * @param fromAnotherDevice of the user, which is signed in too
     * @param confirmed whether the response comes after the store has confirmed it
     */
    Way(boolean fromAnotherDevice, boolean confirmed) {
        this.fromAnotherDevice = fromAnotherDevice;
        this.confirmed = confirmed;
    }

    abstract String path(String id);

    /** Who does it: the device itself, or another one. */
    Browser who(Browser device, Browser other) {
        return fromAnotherDevice ? other : device;
    }
}
