// tag::read[]
const session = await getUserSession(request);
const id = session.get("userID");
// end::read[]
// tag::login[]
session.set("userID", id);
return redirect("/", {
  headers: { "Set-Cookie": await commitSession(session) },
});
// end::login[]
// tag::flash[]
session.flash("message", "Saved");
// end::flash[]
// tag::max-age[]
await commitSession(session, { maxAge: 60 * 60 * 8 });
// end::max-age[]
// tag::logout[]
return redirect("/", {
  headers: { "Set-Cookie": await destroySession(session) },
});
// end::logout[]
// tag::named[]
createCookieSessionStorage({ cookie: { name: "__onboarding" } });
// end::named[]
// tag::without-request[]
getSession(request.headers.get("Cookie"));
// end::without-request[]
