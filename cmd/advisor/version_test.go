package main

import (
	"os"
	"regexp"
	"testing"
)

// TestTheVersionIsThatOfTheChangelog: it is the newest heading that is a release.
func TestTheVersionIsThatOfTheChangelog(t *testing.T) {
	text, err := os.ReadFile(repository + "/CHANGELOG.md")
	if err != nil {
		t.Fatal(err)
	}
	m := regexp.MustCompile(`(?m)^## \[(\d[^\]]*)\] - \d{4}-\d\d-\d\d$`).FindSubmatch(text)
	if m == nil {
		t.Fatal("the changelog has no release")
	}
	advise(t, "", nil, "version").want(t, 0, "advisor "+string(m[1])+" (go")
}
