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
	for i, c := range cited {
		names[i] = "[" + strconv.Itoa(i+1) + "] " + sourceName(c)
	}
	return small("Sources: " + strings.Join(names, " · "))
}

// sourceName is a citation as people read it: "Title › Section › Subsection".
// Many documents begin with a heading that repeats the title.
func sourceName(c knowledge.Citation) string {
	title := oneLine(or(c.Title, c.Doc))
	if c.Section == "" {
		return title
	}
	path := strings.Split(oneLine(c.Section), " > ")
	if strings.EqualFold(path[0], title) {
		path = path[1:]
	}
	return strings.Join(append([]string{title}, path...), " › ")
}
