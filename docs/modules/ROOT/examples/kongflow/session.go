package main

import (
	"net/http"

	"github.com/gorilla/sessions"

	"kongflow/backend/internal/sessionstorage"
)

func read(r *http.Request) (string, error) {
	// tag::read[]
	session, err := sessionstorage.GetUserSession(r)
	id, _ := session.Values["userID"].(string)
	// end::read[]
	return id, err
}

func login(r *http.Request, w http.ResponseWriter, session *sessions.Session, id string) error {
	// tag::login[]
	session.Values["userID"] = id
	err := sessionstorage.CommitSession(r, w, session)
	// end::login[]
	return err
}

func flash(session *sessions.Session) {
	// tag::flash[]
	session.AddFlash("Saved")
	// end::flash[]
}

func maxAge(session *sessions.Session) {
	// tag::max-age[]
	session.Options.MaxAge = 60 * 60 * 8
	// end::max-age[]
}

func logout(r *http.Request, w http.ResponseWriter) error {
	// tag::logout[]
	err := sessionstorage.DestroySession(r, w)
	// end::logout[]
	return err
}

func named(r *http.Request, store sessions.Store) (*sessions.Session, error) {
	// tag::named[]
	onboarding, err := store.Get(r, "__onboarding")
	// end::named[]
	return onboarding, err
}
