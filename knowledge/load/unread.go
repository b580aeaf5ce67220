package load

import (
	"fmt"
	"path"
	"slices"
	"strings"
)

// RolesFile is the name of a file at the top of a folder of documents that is not a document
// itself, but says which roles they are about.
const RolesFile = "roles.yaml"

// Formats that hold documents, or may hold them, but are not read. None is ever opened: nobody can
// say beforehand how large a packed file, or an XML file's entities, would become.
var (
	papers = []string{".doc", ".odt", ".rtf", ".pages", ".epub", ".xhtml", ".xml", ".ppt", ".pptx", ".odp",
		".key", ".xls", ".xlsx", ".ods", ".numbers", ".tsv", ".adoc", ".asciidoc", ".org", ".tex", ".textile",
		".wiki", ".yml", ".yaml", ".ipynb", ".eml", ".msg"}
	packed   = []string{".zip", ".gz", ".tgz", ".bz2", ".xz", ".zst", ".tar", ".7z", ".rar", ".jar"}
	pictures = []string{".png", ".jpg", ".jpeg", ".gif", ".svg", ".webp", ".avif", ".ico", ".bmp", ".tif", ".tiff", ".heic",
		".drawio", ".fig", ".mp3", ".wav", ".ogg", ".mp4", ".mov", ".webm", ".avi"}
)

// toolFolders are the names of folders that tools keep beside documents, for what they install or
// build, or make pages with.
var toolFolders = []string{"node_modules", "bower_components", "vendor", "archetypes", "layouts", "themes", "_layouts", "_includes",
	"_sass", "_plugins", "_data", "_site", "_build", "_book", "_static", "_templates", "_drafts", "drafts", "__pycache__", "venv"}

// isToolFolder reports whether a folder is left out by its name.
func isToolFolder(name string) bool {
	return slices.Contains(toolFolders, strings.ToLower(path.Base(name)))
}

// isBeside reports whether a file accompanies documents on purpose without being one.
func isBeside(name string) bool {
	base := strings.ToLower(path.Base(name))
	return name == SynonymsFile || name == RolesFile || strings.HasPrefix(base, "~$")
}

// unread collects what is left out by its name, so that each kind is named once.
type unread struct {
	kinds []*unreadKind
}

type unreadKind struct {
	what  string // are the files: "files ending in .xlsx"
	why   string // continues it
	one   string // continues `The file "x"`
	names []string
}

// add notes a file whose format is not read, and reports whether people may think of it as a document.
func (u *unread) add(name string) bool {
	ext := strings.ToLower(path.Ext(name))
	switch {
	case slices.Contains(papers, ext):
		u.note(name, "files ending in "+ext, "have a format that is not read: save their text as "+Extensions(),
			"has a format that is not read: save its text as "+Extensions())
		return true
	case slices.Contains(packed, ext):
		u.note(name, "packed files", "are not opened: unpack the documents that you trust into the folder",
			"is packed, and packed files are not opened: unpack the documents that you trust into the folder")
		return true
	case slices.Contains(pictures, ext):
		u.note(name, "pictures and recordings", "hold no text that can be read: write what they say into a document",
			"holds no text that can be read: write what it says into a document")
	default:
		u.note(name, "other files", "are not documents: save what people should know as "+Extensions(),
			"is not a document: save what people should know from it as "+Extensions())
	}
	return false
}

// addFolder notes a folder that belongs to a tool.
func (u *unread) addFolder(name string) {
	u.note(name, "folders", "belong to tools, or hold drafts, and are not read: rename those that hold documents",
		"is a folder of tools or drafts, and is not read: rename it if it holds documents")
}

func (u *unread) note(name, what, why, one string) {
	for _, k := range u.kinds {
		if k.what == what {
			k.names = append(k.names, name)
			return
		}
	}
	u.kinds = append(u.kinds, &unreadKind{what, why, one, []string{name}})
}

// leftOut is one entry for each kind.
func (u *unread) leftOut() []LeftOut {
	var all []LeftOut
	for _, k := range u.kinds {
		if len(k.names) == 1 {
			all = append(all, leftOut(k.names[0], k.one, nil))
			continue
		}
		some := fmt.Sprintf("%q, %q", k.names[0], k.names[1])
		if n := len(k.names) - 2; n > 0 {
			some += fmt.Sprintf(" and %d more", n)
		}
		all = append(all, LeftOut{Path: k.what, Why: fmt.Sprintf("%d %s (%s) %s.", len(k.names), k.what, some, k.why)})
	}
	return all
}
