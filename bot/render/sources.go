package render

import (
	"strconv"
	"strings"

	"careeradvisor/knowledge"
)

// Sources is the line below an answer that says where it stands, numbered as in
// the text.
func Sources(cited []knowledge.Citation) []piece {
	switch len(cited) {
	case 0:
		return nil
	case 1:
		return Small("Source: " + cited[0].Name())
	}
	names := make([]string, len(cited))
	var before []string
	for i, c := range cited {
		path := c.Path()
		names[i] = "[" + strconv.Itoa(i+1) + "] " + strings.Join(shortened(path, before), " › ")
		before = path
	}
	return Small("Sources: " + strings.Join(names, " · "))
}

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
