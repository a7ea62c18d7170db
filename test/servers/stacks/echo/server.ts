import { goServer } from '../../go-program.ts';

function main(cors = ''): string {
  return `package main

// place: below-package

import (
	"net/http"

	"github.com/labstack/echo/v4"
	"github.com/labstack/echo/v4/middleware"
)

func data(c echo.Context) error {
	return c.JSON(http.StatusOK, map[string]bool{"ok": true})
}

func main() {
	e := echo.New()
${cors}	// place: after-app
	e.Use(middleware.Logger())
	e.Use(middleware.Recover())

	e.GET("/api/data", data)
	e.POST("/api/data", data)
	e.PATCH("/api/data", data)
	e.GET("/api/crash", func(c echo.Context) error {
		panic("the database is gone")
	})

	e.Logger.Fatal(e.Start("127.0.0.1:{{PORT}}"))
}
`;
}

function configured(origin: string): string {
  return `	// cors: begin
	e.Use(middleware.CORSWithConfig(middleware.CORSConfig{
		AllowOrigins: []string{"${origin}"},
		AllowMethods: []string{http.MethodGet, http.MethodPost},
		AllowHeaders: []string{echo.HeaderContentType, echo.HeaderAuthorization},
	}))
	// cors: end
`;
}

export const server = goServer({
  stack: 'echo',
  libraries: { 'github.com/labstack/echo': 'golang-github-labstack-echo-dev' },
  starts: [
    { name: 'not configured', files: { 'main.go': main() }, cause: 'not-configured', recognised: 'sure' },
    {
      name: 'header not allowed',
      files: { 'main.go': main(configured('http://localhost:*')) },
      cause: 'header-not-allowed',
      // gin-contrib/cors answers so, too, and more people use that.
      recognised: 'no',
    },
    {
      name: 'origin not allowed',
      files: { 'main.go': main(configured('https://app.example.com')) },
      cause: 'not-allowed-silently',
      recognised: 'no',
    },
  ],
});
