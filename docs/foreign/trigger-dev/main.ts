// Runs each block of session.ts and prints what came of it, after the name of its tag
import { flash, login, logout, maxAge, named, read, withoutRequest } from "./session";
import { commitSession, getUserSession } from "./sessionStorage.server";

function browser(setCookie: string | null): Request {
  const cookie = setCookie?.split(";")[0] ?? "";
  return new Request("https://app.example", { headers: { Cookie: cookie } });
}

async function main() {
  const setCookie = (await login(await getUserSession(browser(null)), "u1")).headers.get("Set-Cookie");
  const request = browser(setCookie);
  const signedIn = () => getUserSession(request);

  const flashing = await signedIn();
  flash(flashing);

  const onboarding = named();
  const invited = await onboarding.getSession();
  invited.set("invitedBy", "u2");

  const results = {
    login: setCookie,
    read: await read(request),
    flash: await commitSession(flashing),
    "max-age": await maxAge(await signedIn()),
    logout: (await logout(await signedIn())).headers.get("Set-Cookie"),
    named: await onboarding.commitSession(invited),
    "without-request": (await withoutRequest(request)).get("userID"),
  };
  for (const [tag, result] of Object.entries(results)) {
    console.log(`${tag}=${result}`);
  }
}

main().catch((error) => {
  console.error(error);
  process.exitCode = 1;
});
