package library

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"regexp"
	"strings"

	"careeradvisor/knowledge"
	"careeradvisor/knowledge/durable"
	"careeradvisor/knowledge/load"
)

// The answers that admins give in Slack are documents in a folder of the data dir. If there is a
// data dir, they are read after those of ADVISOR_KNOWLEDGE, and are called answers/NAME.md.

// answersPrefix begins the IDs of such documents.
const answersPrefix = "answers/"

// answerNames are the names in the folder, in order; files still being written are left out.
func answerNames(dir string) ([]string, error) {
	if dir == "" {
		return nil, nil
	}
	files, err := os.ReadDir(dir)
	if err != nil && !errors.Is(err, fs.ErrNotExist) {
		return nil, err
	}
	var names []string
	for _, f := range files {
		if !strings.HasPrefix(f.Name(), ".") {
			names = append(names, f.Name())
		}
	}
	return names, nil
}

// published begins the IDs of published answers.
var published = regexp.MustCompile(`^answers/\d{4}-\d{2}-\d{2}-`)

// unmended returns documents without those published answers that a later one to the same question
// replaces.
func unmended(docs []knowledge.Document) []knowledge.Document {
	latest := map[string]int{} // by the question
	for i, d := range docs {
		if published.MatchString(d.ID) {
			latest[strings.ToLower(d.Title)] = i
		}
	}
	var all []knowledge.Document
	for i, d := range docs {
		if at, ok := latest[strings.ToLower(d.Title)]; !ok || at == i || !published.MatchString(d.ID) {
			all = append(all, d)
		}
	}
	return all
}

// freeName is a name for a document of that day that is not taken in dir or among files.
func freeName(dir, name string, files []load.File) string {
	taken := map[string]bool{}
	for _, f := range files {
		taken[f.ID] = true
	}
	for n := 1; ; n++ {
		try := name + ".md"
		if n > 1 {
			try = fmt.Sprintf("%s_%d.md", name, n) // sorts after the one without a number
		}
		if taken[answersPrefix+try] {
			continue
		}
		if dir != "" {
			if _, err := os.Lstat(filepath.Join(dir, try)); !errors.Is(err, fs.ErrNotExist) && n < maxTries {
				continue
			}
		}
		return try
	}
}

// maxTries is how many names are tried; a folder that cannot be read is reported when it is written
// to.
const maxTries = 1000

// writeAnswer writes a document to the folder, all of it or nothing, and waits until it is on disk.
func writeAnswer(dir, name string, data []byte) error {
	err := os.MkdirAll(dir, 0o700)
	if err == nil {
		err = durable.WriteFile(filepath.Join(dir, name), data)
	}
	if err != nil {
		return cannotKeep(dir, err)
	}
	return nil
}

func cannotKeep(dir string, err error) error {
	return &knowledge.Error{
		Say:   fmt.Sprintf("I could not keep your answer: the person who runs me needs to make room in %s, or let me write there. The question stays open.", filepath.Base(dir)),
		Cause: err,
	}
}
