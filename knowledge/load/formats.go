package load

import (
	"path"
	"strings"
)

// format is one way of writing documents.
type format struct {
	ext   string // how its files' names end, in lower case
	parse func(b *builder, data []byte)
}

// formats is the table of formats. To add one, write its parse function in a
// file of its own and name it here.
var formats = []format{
	{".md", parseMarkdown},
	{".markdown", parseMarkdown},
	{".txt", parseText},
}

func formatOf(name string) *format {
	ext := strings.ToLower(path.Ext(name))
	for i := range formats {
		if formats[i].ext == ext {
			return &formats[i]
		}
	}
	return nil
}

// Extensions names the formats for a person: ".md, .markdown or .txt".
func Extensions() string {
	var names []string
	for _, f := range formats {
		names = append(names, f.ext)
	}
	last := len(names) - 1
	return strings.Join(names[:last], ", ") + " or " + names[last]
}
