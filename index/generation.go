package index

import (
	"cmp"
	"crypto/sha256"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
)

// A generation is a folder of this name with these files. It is used only once its manifest is
// there, and never changes from then on.
const (
	documentsFile = "documents.jsonl"
	storeFolder   = "bleve"
	manifestFile  = "manifest.json"
	workFolder    = "work" // during a build only
)

// vectorsFile comes later, and is replaced when other vectors are made. The file itself shows
// whether it is complete, and a generation can do without it.
const vectorsFile = "vectors"

var generationPattern = regexp.MustCompile(`^gen-(\d{6,12})-[0-9a-f]{8}$`)

// generationName joins a sequence number, which orders generations by age, and a
// digest of the fingerprint, which distinguishes them at a glance.
func generationName(sequence int, fingerprint string) string {
	sum := sha256.Sum256([]byte(fingerprint))
	return fmt.Sprintf("gen-%06d-%x", sequence, sum[:4])
}

// sequenceOf is the number in a generation's name; ok is false for any other name, including every
// name that leads out of the folder.
func sequenceOf(name string) (sequence int, ok bool) {
	match := generationPattern.FindStringSubmatch(name)
	if match == nil {
		return 0, false
	}
	sequence, err := strconv.Atoi(match[1])
	return sequence, err == nil
}

// generations lists the names of a folder's generations, complete or not, newest
// first. A folder that does not exist has none.
func generations(dir string) ([]string, error) {
	entries, err := os.ReadDir(dir)
	if errors.Is(err, fs.ErrNotExist) {
		return nil, nil
	}
	if err != nil {
		return nil, err
	}
	var names []string
	for _, e := range entries {
		if _, ok := sequenceOf(e.Name()); ok && e.IsDir() {
			names = append(names, e.Name())
		}
	}
	slices.SortFunc(names, newestFirst)
	return names, nil
}

func newestFirst(a, b string) int {
	na, _ := sequenceOf(a)
	nb, _ := sequenceOf(b)
	return cmp.Or(cmp.Compare(nb, na), cmp.Compare(a, b))
}

// complete reports whether a generation was finished; it may have been damaged since.
func complete(dir, name string) bool {
	info, err := os.Lstat(filepath.Join(dir, name, manifestFile))
	return err == nil && info.Mode().IsRegular()
}
