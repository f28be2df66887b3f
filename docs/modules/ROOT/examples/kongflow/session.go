// tag::read[]
session, err := sessionstorage.GetUserSession(r)
id, _ := session.Values["userID"].(string)
// end::read[]
// tag::login[]
session.Values["userID"] = id
err := sessionstorage.CommitSession(r, w, session)
// end::login[]
// tag::flash[]
session.AddFlash("Saved")
// end::flash[]
// tag::max-age[]
session.Options.MaxAge = 60 * 60 * 8
// end::max-age[]
// tag::logout[]
err := sessionstorage.DestroySession(r, w)
// end::logout[]
// tag::named[]
store.Get(r, "__onboarding")
// end::named[]
