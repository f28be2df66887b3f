import { createCookieSessionStorage, redirect, type Session } from "@remix-run/node";
import { env } from "./env.server";
import { commitSession, destroySession, getSession, getUserSession } from "./sessionStorage.server";

export async function read(request: Request): Promise<string> {
  // tag::read[]
  const session = await getUserSession(request);
  const id = session.get("userID");
  // end::read[]
  return id;
}

export async function login(session: Session, id: string) {
  // tag::login[]
  session.set("userID", id);
  return redirect("/", {
    headers: { "Set-Cookie": await commitSession(session) },
  });
  // end::login[]
}

export function flash(session: Session) {
  // tag::flash[]
  session.flash("message", "Saved");
  // end::flash[]
}

export async function maxAge(session: Session) {
  // tag::max-age[]
  const setCookie = await commitSession(session, { maxAge: 60 * 60 * 8 });
  // end::max-age[]
  return setCookie;
}

export async function logout(session: Session) {
  // tag::logout[]
  return redirect("/", {
    headers: { "Set-Cookie": await destroySession(session) },
  });
  // end::logout[]
}

export function named() {
  // tag::named[]
  const onboarding = createCookieSessionStorage({
    cookie: { name: "__onboarding", secrets: [env.SESSION_SECRET] },
  });
  // end::named[]
  return onboarding;
}

export async function withoutRequest(request: Request) {
  // tag::without-request[]
  const session = await getSession(request.headers.get("Cookie"));
  // end::without-request[]
  return session;
}
