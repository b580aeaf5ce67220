package main_test

import (
	"flag"
	"net/url"
	"os"
	"regexp"
	"strings"
	"testing"

	"go.yaml.in/yaml/v3"

	"careeradvisor/deploy/slack"
)

var update = flag.Bool("update", false, "write the link that creates the Slack app into the README anew")

// createLink is the README's link that creates the app from its manifest.
var createLink = regexp.MustCompile(`(?m)^\[create the app\]: (.*)$`)

// TestTheReadmeCreatesTheAppOfTheManifest with one click: its link carries the manifest, without
// the comments, since browsers and Slack limit the length of an address.
func TestTheReadmeCreatesTheAppOfTheManifest(t *testing.T) {
	var manifest any
	if err := yaml.Unmarshal(slack.Manifest, &manifest); err != nil {
		t.Fatal(err)
	}
	plain, err := yaml.Marshal(manifest)
	if err != nil {
		t.Fatal(err)
	}
	want := "https://api.slack.com/apps?new_app=1&manifest_yaml=" + strings.ReplaceAll(url.QueryEscape(string(plain)), "+", "%20")
	const most = 8000 // bytes that web servers commonly take as an address
	if len(want) > most {
		t.Errorf("the link has %d bytes, at most %d", len(want), most)
	}
	readme, err := os.ReadFile(root + "/README.md")
	if err != nil {
		t.Fatal(err)
	}
	m := createLink.FindSubmatchIndex(readme)
	if m == nil {
		t.Fatal("the README has no line “[create the app]: …”")
	}
	if string(readme[m[2]:m[3]]) == want {
		return
	}
	if !*update {
		t.Fatal("the README's link is not the manifest's: go test ./cmd/advisor -run ReadmeCreates -update")
	}
	if err := os.WriteFile(root+"/README.md", []byte(string(readme[:m[2]])+want+string(readme[m[3]:])), 0o644); err != nil {
		t.Fatal(err)
	}
}
