package load

import (
	"errors"
	"io/fs"
	"os"
)

// SynonymsFile is the name of the file, at the top of a folder of documents, that
// is no document but says which words mean the same in them.
const SynonymsFile = "synonyms.txt"

// Beside is the text of a file at the top of dir that is no document, "" where there is
// none.
func Beside(dir, name string) (string, error) {
	root, err := os.OpenRoot(dir)
	if err != nil {
		return "", folderError(dir, err)
	}
	defer root.Close()
	data, err := readFile(folder{root.FS(), root}, name, MaxFile)
	if errors.Is(err, fs.ErrNotExist) {
		return "", nil
	}
	if err != nil {
		return "", leftOutFor(name, err).Err()
	}
	return string(data), nil
}
