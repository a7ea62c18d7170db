import { goServer } from '../../go-program.ts';

const IMPORT = `	// cors: begin
	"github.com/gin-contrib/cors"
	// cors: end
`;

function main(cors = '', imported = ''): string {
  return `package main

// place: below-package

import (
	"net/http"

${imported}	"github.com/gin-gonic/gin"
)

func main() {
	r := gin.Default()
${cors}	// place: after-app

	data := func(c *gin.Context) {
		c.JSON(http.StatusOK, gin.H{"ok": true})
	}
	r.GET("/api/data", data)
	r.POST("/api/data", data)
	r.PATCH("/api/data", data)
	r.GET("/api/crash", func(c *gin.Context) {
		panic("the database is gone")
	})

	r.Run("127.0.0.1:{{PORT}}")
}
`;
}

function configured(origin: string): string {
  return `	// cors: begin
	r.Use(cors.New(cors.Config{
		AllowOrigins:  []string{"${origin}"},
		AllowMethods:  []string{"GET", "POST"},
		AllowHeaders:  []string{"Origin", "Content-Type", "Authorization"},
		AllowWildcard: true,
	}))
	// cors: end
`;
}

export const server = goServer({
  stack: 'gin',
  libraries: {
    'github.com/gin-gonic/gin': 'golang-github-gin-gonic-gin-dev',
    'github.com/gin-contrib/cors': 'golang-github-gin-contrib-cors-dev',
  },
  starts: [
    { name: 'not configured', files: { 'main.go': main() }, cause: 'not-configured', recognised: 'sure' },
    {
      name: 'header not allowed',
      files: { 'main.go': main(configured('http://localhost:*'), IMPORT) },
      cause: 'header-not-allowed',
      recognised: 'no',
    },
    {
      name: 'origin not allowed',
      files: { 'main.go': main(configured('https://app.example.com'), IMPORT) },
      cause: 'preflight-status',
      recognised: 'no',
    },
  ],
});
