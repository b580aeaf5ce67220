package load

import (
	"errors"
	"io/fs"
	"os"
)

// SynonymsFile is the name of the file, at the top of a folder of documents, that
// is no document but says which words mean the same in them.
const SynonymsFile = "synonyms.txt"

// Synonyms is the text of dir's file of synonyms, "" where it has none.
func Synonyms(dir string) (string, error) {
	root, err := os.OpenRoot(dir)
	if err != nil {
		return "", folderError(dir, err)
	}
	defer root.Close()
	data, err := readFile(folder{root.FS(), root}, SynonymsFile, MaxFile)
	if errors.Is(err, fs.ErrNotExist) {
		return "", nil
	}
	if err != nil {
		return "", leftOutFor(SynonymsFile, err).Err()
	}
	return string(data), nil
}
