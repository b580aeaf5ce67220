package bot

import (
	"strconv"
	"strings"

	"careeradvisor/knowledge"
)

// sources is the line below an answer that says where it stands, numbered as in
// the text.
func sources(cited []knowledge.Citation) []piece {
	switch len(cited) {
	case 0:
		return nil
	case 1:
		return small("Source: " + sourceName(cited[0]))
	}
	names := make([]string, len(cited))
	var before []string
	for i, c := range cited {
		path := sourcePath(c)
		names[i] = "[" + strconv.Itoa(i+1) + "] " + strings.Join(shortened(path, before), sourceArrow)
		before = path
	}
	return small("Sources: " + strings.Join(names, " · "))
}

// sourceArrow leads from a title to its sections.
const sourceArrow = " › "

// shortened is a path with an ellipsis for what it has in common with the one before.
func shortened(path, before []string) []string {
	n := 0
	for n < len(path)-1 && n < len(before) && path[n] == before[n] {
		n++
	}
	if n == 0 {
		return path
	}
	return append([]string{"…"}, path[n:]...)
}

// sourceName is a citation as people read it: "Title › Section › Subsection".
func sourceName(c knowledge.Citation) string { return strings.Join(sourcePath(c), sourceArrow) }

// sourcePath is a citation's title and headings. Many documents begin with a heading
// that repeats the title.
func sourcePath(c knowledge.Citation) []string {
	title := oneLine(or(c.Title, c.Doc))
	if c.Section == "" {
		return []string{title}
	}
	path := strings.Split(oneLine(c.Section), " > ")
	if strings.EqualFold(path[0], title) {
		path = path[1:]
	}
	return append([]string{title}, path...)
}
