import { goServer } from '../../go-program.ts';

const SERVE = `	log.Fatal(http.ListenAndServe("127.0.0.1:{{PORT}}", mux)) // place: wrap-handler`;

const WITHOUT_REQUEST_ID = `	// cors: begin
	c := cors.New(cors.Options{
		AllowedOrigins: []string{"http://localhost:*"},
		AllowedMethods: []string{"GET", "POST"},
		AllowedHeaders: []string{"Content-Type", "Authorization"},
	})
	log.Fatal(http.ListenAndServe("127.0.0.1:{{PORT}}", c.Handler(mux)))
	// cors: end
	// place: wrap-handler`;

/** @param imported what is imported beside the standard library */
function main(serve: string, imported = ''): string {
  return `package main

// place: below-package

import (
	"encoding/json"
	"log"
	"net/http"
${imported})

func data(w http.ResponseWriter, r *http.Request) {
	switch r.Method {
	case http.MethodGet, http.MethodPost, http.MethodPatch:
		w.Header().Set("Content-Type", "application/json")
		json.NewEncoder(w).Encode(map[string]bool{"ok": true})
	default:
		w.Header().Set("Allow", "GET, PATCH, POST")
		http.Error(w, "Method Not Allowed", http.StatusMethodNotAllowed)
	}
}

func crash(w http.ResponseWriter, r *http.Request) {
	http.Error(w, "the database is gone", http.StatusInternalServerError)
}

func main() {
	mux := http.NewServeMux()
	mux.HandleFunc("/api/data", data)
	mux.HandleFunc("/api/crash", crash)
${serve}
}
`;
}

const IMPORT = `
	// cors: begin
	"github.com/rs/cors"
	// cors: end
`;

export const server = goServer({
  stack: 'go',
  libraries: { 'github.com/rs/cors': 'golang-github-rs-cors-dev' },
  starts: [
    {
      name: 'not configured',
      files: { 'main.go': main(SERVE) },
      cause: 'not-configured',
      recognised: 'likely',
    },
    {
      name: 'header not allowed',
      files: { 'main.go': main(WITHOUT_REQUEST_ID, IMPORT) },
      cause: 'not-allowed-silently',
      recognised: 'sure',
    },
  ],
});
