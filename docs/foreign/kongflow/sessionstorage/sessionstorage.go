// Package sessionstorage is what session.go needs of the package of this name in KongFlow.
package sessionstorage

import (
	"net/http"
	"os"

	"github.com/gorilla/sessions"
)

// Store is where the sessions are: in the cookies.
var Store = newStore(os.Getenv("SESSION_SECRET"))

func newStore(secret string) *sessions.CookieStore {
	if secret == "" {
		panic("SESSION_SECRET is not set")
	}
	store := sessions.NewCookieStore([]byte(secret))
	store.Options = &sessions.Options{
		Path:     "/",
		MaxAge:   60 * 60 * 24 * 365,
		HttpOnly: true,
		Secure:   true,
		SameSite: http.SameSiteLaxMode,
	}
	return store
}

// GetUserSession gives the session in the request's cookie, or a new one.
func GetUserSession(r *http.Request) (*sessions.Session, error) {
	return Store.Get(r, "__session")
}

// CommitSession sets the cookie.
func CommitSession(r *http.Request, w http.ResponseWriter, session *sessions.Session) error {
	return session.Save(r, w)
}

// DestroySession removes the cookie.
func DestroySession(r *http.Request, w http.ResponseWriter) error {
	session, err := GetUserSession(r)
	if err != nil {
		return err
	}
	session.Options.MaxAge = -1
	return session.Save(r, w)
}
