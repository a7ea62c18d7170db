import { goServer } from '../../go-program.ts';

const IMPORT = `	// cors: begin
	"github.com/go-chi/cors"
	// cors: end
`;

const WITHOUT_REQUEST_ID = `	// cors: begin
	r.Use(cors.Handler(cors.Options{
		AllowedOrigins: []string{"http://localhost:*"},
		AllowedMethods: []string{"GET", "POST"},
		AllowedHeaders: []string{"Content-Type", "Authorization"},
	}))
	// cors: end
`;

function main(cors = '', imported = ''): string {
  return `package main

// place: below-package

import (
	"encoding/json"
	"log"
	"net/http"

	"github.com/go-chi/chi/v5"
	"github.com/go-chi/chi/v5/middleware"
${imported})

func data(w http.ResponseWriter, r *http.Request) {
	w.Header().Set("Content-Type", "application/json")
	json.NewEncoder(w).Encode(map[string]bool{"ok": true})
}

func main() {
	r := chi.NewRouter()
${cors}	// place: after-app
	r.Use(middleware.Logger)
	r.Use(middleware.Recoverer)

	r.Get("/api/data", data)
	r.Post("/api/data", data)
	r.Patch("/api/data", data)
	r.Get("/api/crash", func(w http.ResponseWriter, r *http.Request) {
		panic("the database is gone")
	})

	log.Fatal(http.ListenAndServe("127.0.0.1:{{PORT}}", r))
}
`;
}

export const server = goServer({
  stack: 'chi',
  libraries: {
    'github.com/go-chi/chi': 'golang-github-go-chi-chi-dev',
    'github.com/go-chi/cors': 'golang-github-go-chi-cors-dev',
  },
  starts: [
    { name: 'not configured', files: { 'main.go': main() }, cause: 'not-configured', recognised: 'no' },
    {
      name: 'header not allowed',
      files: { 'main.go': main(WITHOUT_REQUEST_ID, IMPORT) },
      cause: 'not-allowed-silently',
      // go-chi/cors is a fork of rs/cors and answers just as that does: what is recognised is Go.
      recognised: 'no',
    },
  ],
});
