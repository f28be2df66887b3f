// Runs each block of session.go and prints what came of it, after the name of its tag.
package main

import (
	"fmt"
	"log"
	"net/http"
	"net/http/httptest"
	"strings"

	"github.com/gorilla/sessions"

	"kongflow/backend/internal/sessionstorage"
)

func main() {
	login := setCookie("", func(r *http.Request, w http.ResponseWriter) error {
		return login(r, w, session(r), "u1")
	})
	fmt.Println("login=" + login)

	id, err := read(browser(login))
	check(err)
	fmt.Println("read=" + id)

	fmt.Println("flash=" + setCookie(login, func(r *http.Request, w http.ResponseWriter) error {
		flash(session(r))
		return session(r).Save(r, w)
	}))

	fmt.Println("max-age=" + setCookie(login, func(r *http.Request, w http.ResponseWriter) error {
		maxAge(session(r))
		return session(r).Save(r, w)
	}))

	fmt.Println("logout=" + setCookie(login, logout))

	fmt.Println("named=" + setCookie("", func(r *http.Request, w http.ResponseWriter) error {
		onboarding, err := named(r, sessionstorage.Store)
		check(err)
		onboarding.Values["invitedBy"] = "u2"
		return onboarding.Save(r, w)
	}))
}

// The session of a request: always the same one.
func session(r *http.Request) *sessions.Session {
	session, err := sessionstorage.GetUserSession(r)
	check(err)
	return session
}

func setCookie(cookie string, handle func(*http.Request, http.ResponseWriter) error) string {
	w := httptest.NewRecorder()
	check(handle(browser(cookie), w))
	return w.Header().Get("Set-Cookie")
}

func browser(setCookie string) *http.Request {
	r := httptest.NewRequest(http.MethodGet, "/", nil)
	cookie, _, _ := strings.Cut(setCookie, ";")
	r.Header.Set("Cookie", cookie)
	return r
}

func check(err error) {
	if err != nil {
		log.Fatal(err)
	}
}
