package main

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
)

func TestCheckTriesTheDatabase(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "data")
	env := []string{"ADVISOR_DATA_DIR=" + dir}
	path := filepath.Join(dir, "advisor.db")
	advise(t, "", env, "check").want(t, 1, "✓ database   SQLite "+path+", schema ", "SLACK_BOT_TOKEN is not set")
	write(t, path, strings.Repeat("no database ", 1000))
	advise(t, "", env, "check").want(t, 1, "✗ database   The database "+path+" is damaged: restore a copy")
}

func TestCheckHidesTheDatabasePassword(t *testing.T) {
	env := []string{"ADVISOR_DATABASE_URL=postgres://advisor:hush%2Fhush@127.0.0.1:1/careers"}
	for command, code := range map[string]int{"check": 1, "config": 0} {
		r := advise(t, "", env, command)
		r.want(t, code)
		if strings.Contains(r.out+r.err, "hush") {
			t.Errorf("%s prints a secret: %s%s", command, r.out, r.err)
		}
	}
	advise(t, "", env, "check").want(t, 1, "✗ database   The database careers at 127.0.0.1:1 cannot be reached")
	if _, err := os.Stat(filepath.Join(os.Getenv("ADVISOR_DATA_DIR"), "advisor.db")); err == nil {
		t.Error("a file was made beside the server")
	}
}
