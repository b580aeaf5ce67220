package storetest

import (
	"os"
	"os/exec"
	"path/filepath"
)

// programs are the two programs that create and run a server.
type programs struct{ initdb, postgres string }

// folders are where distributions keep them, outside PATH.
var folders = []string{"/usr/lib/postgresql/*/bin", "/usr/pgsql-*/bin", "/opt/homebrew/opt/postgresql*/bin"}

func find() (programs, bool) {
	initdb, err := exec.LookPath("initdb")
	postgres, err2 := exec.LookPath("postgres")
	if err == nil && err2 == nil {
		return programs{initdb, postgres}, true
	}
	for _, pattern := range folders {
		found, _ := filepath.Glob(pattern) // the pattern is well formed
		for i := len(found) - 1; i >= 0; i-- {
			p := programs{filepath.Join(found[i], "initdb"), filepath.Join(found[i], "postgres")}
			if isFile(p.initdb) && isFile(p.postgres) {
				return p, true
			}
		}
	}
	return programs{}, false
}

func isFile(path string) bool {
	info, err := os.Stat(path)
	return err == nil && info.Mode().IsRegular()
}
