package main_test

import (
	"os"
	"path"
	"regexp"
	"strings"
	"testing"
)

var (
	namedFile = regexp.MustCompile("`((?:bot|cmd|deploy|docs|index|knowledge)/[\\w./-]+)`")
	namedTest = regexp.MustCompile("`(Test\\w+)`")
	link      = regexp.MustCompile(`\]\(([^)#:]+)(?:#[^)]*)?\)`)
)

// TestWhatDefenceIsNamedExists: a page that says what stops an attacker must not outlive the
// defence.
func TestWhatDefenceIsNamedExists(t *testing.T) {
	tests := map[string]bool{}
	walk(t, func(name string, text []byte) {
		if strings.HasSuffix(name, "_test.go") {
			for _, m := range regexp.MustCompile(`(?m)^func (Test\w+)\(`).FindAllStringSubmatch(string(text), -1) {
				tests[m[1]] = true
			}
		}
	})
	for _, page := range []string{"THREATS.md", "SECURITY.md", "docs/operations.md"} {
		text, err := os.ReadFile(root + "/" + page)
		if err != nil {
			t.Fatal(err)
		}
		for _, m := range namedTest.FindAllStringSubmatch(string(text), -1) {
			if !tests[m[1]] {
				t.Errorf("%s names %s, which is no test", page, m[1])
			}
		}
		files := namedFile.FindAllStringSubmatch(string(text), -1)
		for _, m := range files {
			if _, err := os.Stat(root + "/" + m[1]); err != nil && m[1] != "deploy/.env" && m[1] != "deploy/documents" {
				t.Errorf("%s names %s, which is not there", page, m[1])
			}
		}
		for _, m := range link.FindAllStringSubmatch(string(text), -1) {
			if _, err := os.Stat(root + "/" + path.Join(path.Dir(page), m[1])); err != nil {
				t.Errorf("%s links to %s, which is not there", page, m[1])
			}
		}
	}
}
