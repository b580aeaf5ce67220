package guides_test

import (
	"io/fs"
	"regexp"
	"slices"
	"strings"
	"testing"

	"careeradvisor/knowledge/guides"
)

var names = []string{"career-profile.md", "complete-guide.md", "hiring-guide.md", "role-unlocked.md"}

func TestFilesAreTheFourGuides(t *testing.T) {
	var got []string
	err := fs.WalkDir(guides.FS, ".", func(path string, entry fs.DirEntry, err error) error {
		if err == nil && !entry.IsDir() {
			got = append(got, path)
		}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	var want []string
	for _, name := range names {
		want = append(want, strings.TrimSuffix(name, ".md")+".asks.md", name)
	}
	if !slices.Equal(got, want) {
		t.Errorf("embedded files are %q, want %q", got, want)
	}
}

// TestAsksHaveTheHeadingsOfTheirGuide keeps asks under the headings of the sections that answer
// them.
func TestAsksHaveTheHeadingsOfTheirGuide(t *testing.T) {
	heading, misses := regexp.MustCompile(`(?m)^#+ .+$`), regexp.MustCompile(`(?m)^#+ Not answered here$`)
	for _, name := range names {
		_, guide := split(t, name)
		asks, err := fs.ReadFile(guides.FS, strings.TrimSuffix(name, ".md")+".asks.md")
		if err != nil {
			t.Fatal(err)
		}
		if got, want := heading.FindAllString(misses.ReplaceAllString(string(asks), ""), -1), heading.FindAllString(guide, -1); !slices.Equal(got, want) {
			t.Errorf("%s: asks stand under %q, want %q", name, got, want)
		}
	}
}

func TestFrontMatterHasItsKeys(t *testing.T) {
	for _, name := range names {
		front, _ := split(t, name)
		for _, key := range []string{"title", "role", "aliases", "source"} {
			if !regexp.MustCompile(`(?m)^` + key + `: \S`).MatchString(front) {
				t.Errorf("%s: front matter has no %s", name, key)
			}
		}
	}
}

func TestHeadingsAreSectionsAndSubsections(t *testing.T) {
	heading := regexp.MustCompile(`^#{2,3} \S`)
	for _, name := range names {
		_, body := split(t, name)
		for line := range strings.Lines(body) {
			if strings.HasPrefix(line, "#") && !heading.MatchString(line) {
				t.Errorf("%s: heading is neither ## nor ###: %s", name, line)
			}
		}
	}
}

func TestListsAndTablesHaveTheirLength(t *testing.T) {
	for _, c := range []struct {
		guide, section, begins string
		want                   int
		labelled               bool
	}{
		{"career-profile.md", "## Duties and responsibilities", "- ", 12, true},
		{"career-profile.md", "## Types of technical product manager", "- ", 11, true},
		{"complete-guide.md", "## Product manager and technical product manager compared", "|", 2 + 4, false},
		{"complete-guide.md", "## How to become a technical product manager", "### ", 3, false},
		{"role-unlocked.md", "### Technical product manager: tasks and background", "- ", 4, false},
		{"role-unlocked.md", "### Traditional product manager: tasks and background", "- ", 4, false},
		{"role-unlocked.md", "## Responsibilities of the technical product manager", "- ", 8, false},
		{"role-unlocked.md", "## A typical day: how the time is spent", "- ", 3, true},
	} {
		t.Run(c.guide+" "+c.section, func(t *testing.T) {
			label := regexp.MustCompile(`^- [^:.]+: \S`)
			got := 0
			for line := range strings.Lines(under(t, c.guide, c.section)) {
				if !strings.HasPrefix(line, c.begins) {
					continue
				}
				got++
				if c.labelled && !label.MatchString(line) {
					t.Errorf("item without a label: %s", line)
				}
			}
			if got != c.want {
				t.Errorf("%d lines begin with %q, want %d", got, c.begins, c.want)
			}
		})
	}
}

func TestOnlyFiguresAreThoseOfTheSources(t *testing.T) {
	want := map[string][]string{
		"complete-guide.md": {"₹26.5 lakh"},
		"role-unlocked.md":  {"40-50%", "35-40%", "10-25%"},
	}
	step := regexp.MustCompile(`(?m)^### \d\. `)
	figure := regexp.MustCompile(`\S*\d\S*( lakh)?`)
	for _, name := range names {
		_, body := split(t, name)
		var got []string
		for _, f := range figure.FindAllString(step.ReplaceAllString(body, ""), -1) {
			got = append(got, strings.Trim(f, ".,;:()"))
		}
		if !slices.Equal(got, want[name]) {
			t.Errorf("%s: figures %q, want %q", name, got, want[name])
		}
	}
}

// A sentence is quoted on its own, so it has to be short and name its subject.
func TestSentencesStandAlone(t *testing.T) {
	const most = 30 // words
	label := regexp.MustCompile(`^- ([^:.]+: )?`)
	pronoun := regexp.MustCompile(`^(He|She|It|They|This|That|These|Those|Their|Its) `)
	for _, name := range names {
		for _, p := range passages(t, name) {
			if strings.HasPrefix(p, "#") || strings.HasPrefix(p, "|") {
				continue
			}
			for s := range strings.SplitSeq(label.ReplaceAllString(p, ""), ". ") {
				if n := len(strings.Fields(s)); n > most {
					t.Errorf("%s: %d words, at most %d: %s", name, n, most, s)
				}
				if pronoun.MatchString(s) {
					t.Errorf("%s: does not name its subject: %s", name, s)
				}
			}
		}
	}
}

// split returns a guide's front matter and body.
func split(t *testing.T, name string) (front, body string) {
	t.Helper()
	text, err := fs.ReadFile(guides.FS, name)
	if err != nil {
		t.Fatal(err)
	}
	rest, begins := strings.CutPrefix(string(text), "---\n")
	front, body, ends := strings.Cut(rest, "\n---\n")
	if !begins || !ends {
		t.Fatalf("%s: no front matter between --- lines", name)
	}
	return front, body
}

// under returns the text below a heading, up to the next heading of its level or higher.
func under(t *testing.T, name, heading string) string {
	t.Helper()
	_, body := split(t, name)
	_, rest, found := strings.Cut(body, "\n"+heading+"\n")
	if !found {
		t.Fatalf("%s: no heading %q", name, heading)
	}
	next := regexp.MustCompile(`(?m)^##? `)
	if strings.HasPrefix(heading, "### ") {
		next = regexp.MustCompile(`(?m)^#{1,3} `)
	}
	if at := next.FindStringIndex(rest); at != nil {
		rest = rest[:at[0]]
	}
	return rest
}

// passages returns a guide's paragraphs, items, table rows and headings, each as
// one line.
func passages(t *testing.T, name string) []string {
	t.Helper()
	_, body := split(t, name)
	var all []string
	for block := range strings.SplitSeq(body, "\n\n") {
		block = strings.TrimSpace(block)
		switch {
		case block == "":
		case strings.HasPrefix(block, "- "), strings.HasPrefix(block, "|"):
			all = append(all, strings.Split(block, "\n")...)
		default:
			all = append(all, strings.ReplaceAll(block, "\n", " "))
		}
	}
	return all
}
