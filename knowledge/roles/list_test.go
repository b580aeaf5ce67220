package roles

import (
	"bufio"
	"context"
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"sort"
	"strings"
	"testing"

	"careeradvisor/knowledge"
	"careeradvisor/knowledge/load"
)

type listed struct{ Doc, Section, Role, Level string }

func (l listed) title() string {
	if l.Level != "" {
		return l.Level
	}
	return l.Role
}

func readList(t *testing.T, name string) []listed {
	f, err := os.Open(filepath.Join("testdata", name+".jsonl"))
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	var out []listed
	for sc := bufio.NewScanner(f); sc.Scan(); {
		var l listed
		if err := json.Unmarshal(sc.Bytes(), &l); err != nil {
			t.Fatal(err)
		}
		out = append(out, l)
	}
	return out
}

func folder(t *testing.T, dir string) []knowledge.Document {
	files, _, err := load.Folder(dir)
	if err != nil {
		t.Skip("SKIPPED: " + err.Error())
	}
	docs, _ := new(load.Parser).ParseAll(context.Background(), files, nil)
	return docs
}

func TestScan(t *testing.T) {
	for _, c := range strings.Fields(os.Getenv("SETS")) {
		name, dir, _ := strings.Cut(c, "=")
		docs := folder(t, dir)
		x := New(docs)
		want := map[string]bool{}
		for _, l := range readList(t, name) {
			m := x.In("What does a " + l.title() + " do?")
			ok := false
			for _, s := range m.Subjects() {
				for _, p := range x.Places(s) {
					sec := ""
					if p.Section >= 0 {
						for i := range docs {
							if docs[i].ID == p.Doc {
								sec = docs[i].Sections[p.Section].Name()
							}
						}
					}
					ok = ok || p.Doc == l.Doc && (l.Section == "" || strings.HasSuffix(sec, l.Section))
				}
				want[x.Name(s)] = true
			}
			if !ok {
				fmt.Printf("MISS %s %v -> %v\n", name, l, m)
			}
		}
		for i, r := range x.Roles() {
			mark := " "
			if !want[r.Name] {
				mark = "?"
			}
			fmt.Printf("%s %s: %s %q docs=%v places=%d\n", mark, name, r.Name, r.Aliases, r.Docs, len(r.Places))
			for k, l := range r.Levels {
				mark := " "
				if !want[x.Name(Subject{i, k})] {
					mark = "?"
				}
				fmt.Printf("   %s - %s %q %d apart=%v\n", mark, l.Name, l.Aliases, len(l.Places), l.apart)
			}
		}
		for _, l := range x.Scale() {
			fmt.Printf("   scale %s %q %d\n", l.Name, l.Aliases, len(l.Places))
		}
		if os.Getenv("ABOUT") != "" {
			for _, d := range docs {
				var names []string
				for s := range d.Sections {
					var n []string
					for _, a := range x.About(d.ID, s) {
						n = append(n, x.Name(a))
					}
					sort.Strings(n)
					names = append(names, d.Sections[s].Heading()+"="+strings.Join(n, "+"))
				}
				fmt.Println(d.ID, "|", strings.Join(names, " | "))
			}
		}
	}
}

func benchDocs(b *testing.B, dir string) []knowledge.Document {
	files, _, err := load.Folder(dir)
	if err != nil {
		b.Fatal(err)
	}
	docs, _ := new(load.Parser).ParseAll(context.Background(), files, nil)
	return docs
}
