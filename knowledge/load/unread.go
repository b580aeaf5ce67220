package load

import (
	"path"
	"slices"
	"strings"
)

// Formats that hold documents, or may, and are not read. None is ever opened: what
// a packed file would be unpacked to, and what an XML file's entities would grow
// to, nobody can tell before.
var (
	papers = []string{".doc", ".docx", ".odt", ".rtf", ".pdf", ".pages", ".epub", ".html", ".htm", ".xhtml", ".xml",
		".ppt", ".pptx", ".odp", ".xls", ".xlsx", ".ods", ".csv", ".rst", ".adoc", ".org", ".tex"}
	packed = []string{".zip", ".gz", ".tgz", ".bz2", ".xz", ".zst", ".tar", ".7z", ".rar", ".jar"}
)

// unread says why a file that people may take for a document is not read, "" for
// any other, such as a picture.
func unread(name string) string {
	ext := strings.ToLower(path.Ext(name))
	switch {
	case slices.Contains(papers, ext):
		return "has a format that is not read: save its text as " + Extensions()
	case slices.Contains(packed, ext):
		return "is packed, and packed files are not opened: unpack the documents that you trust into the folder"
	}
	return ""
}
