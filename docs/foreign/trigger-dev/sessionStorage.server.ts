// What session.ts needs of the module of this name in trigger.dev
import { createCookieSessionStorage } from "@remix-run/node";
import { env } from "./env.server";

export const { getSession, commitSession, destroySession } = createCookieSessionStorage({
  cookie: {
    name: "__session",
    path: "/",
    httpOnly: true,
    secure: true,
    sameSite: "lax",
    maxAge: 60 * 60 * 24 * 365,
    secrets: [env.SESSION_SECRET],
  },
});

export const getUserSession = (request: Request) => getSession(request.headers.get("Cookie"));
