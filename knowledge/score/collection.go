package score

import (
	"bufio"
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strconv"
	"strings"

	"careeradvisor/knowledge"
)

// Collection is a set of documents and queries with known right answers, to
// measure ranking by.
type Collection struct {
	Name      string
	Documents []knowledge.Document // one passage each
	Queries   []CollectionQuery
}

// CollectionQuery is one query of a collection.
type CollectionQuery struct {
	ID     string
	Text   string
	Grades map[string]int // document ID -> how right it is; a missing one, or 0, is wrong
}

// LoadCollection reads a folder with corpus.jsonl {"id","title","text"},
// queries.jsonl {"id","text"} and qrels.tsv (query ID, document ID, grade; a
// heading line is skipped). Queries without a right document are left out. Its
// errors are [knowledge.Error]s that name the file and the line.
func LoadCollection(dir string) (Collection, error) {
	c := Collection{Name: filepath.Base(dir)}
	type entry struct{ ID, Title, Text string }
	err := readLines(filepath.Join(dir, "corpus.jsonl"), func(line string) error {
		var e entry
		if err := json.Unmarshal([]byte(line), &e); err != nil {
			return err
		}
		c.Documents = append(c.Documents, single(e.ID, e.Title, e.Text))
		return nil
	})
	if err != nil {
		return Collection{}, err
	}
	grades, err := readGrades(filepath.Join(dir, "qrels.tsv"))
	if err != nil {
		return Collection{}, err
	}
	err = readLines(filepath.Join(dir, "queries.jsonl"), func(line string) error {
		var e entry
		if err := json.Unmarshal([]byte(line), &e); err != nil {
			return err
		}
		if len(grades[e.ID]) > 0 {
			c.Queries = append(c.Queries, CollectionQuery{e.ID, e.Text, grades[e.ID]})
		}
		return nil
	})
	return c, err
}

// single is a document of one passage.
func single(id, title, text string) knowledge.Document {
	return knowledge.Document{ID: id, Title: title, Sections: []knowledge.Section{{
		Passages: []knowledge.Passage{{ID: id + "#1", Doc: id, Kind: knowledge.Paragraph, Text: text}},
	}}}
}

// readGrades keeps positive grades only.
func readGrades(path string) (map[string]map[string]int, error) {
	grades := map[string]map[string]int{}
	first := true
	err := readLines(path, func(line string) error {
		cells := strings.Fields(line)
		heading := first
		first = false
		if len(cells) != 3 {
			return errors.New("not three cells: query ID, document ID, grade")
		}
		grade, err := strconv.Atoi(cells[2])
		if err != nil && heading {
			return nil
		}
		if err != nil {
			return fmt.Errorf("the grade %q is not a whole number", cells[2])
		}
		if grade <= 0 {
			return nil
		}
		if grades[cells[0]] == nil {
			grades[cells[0]] = map[string]int{}
		}
		grades[cells[0]][cells[1]] = grade
		return nil
	})
	return grades, err
}

// readLines calls use for every line that is not blank.
func readLines(path string, use func(line string) error) error {
	f, err := os.Open(path)
	if errors.Is(err, fs.ErrNotExist) {
		return &knowledge.Error{Say: fmt.Sprintf("There is no %s: a collection is a folder with corpus.jsonl, queries.jsonl and qrels.tsv.", path), Cause: err}
	}
	if err != nil {
		return &knowledge.Error{Say: fmt.Sprintf("I can't read %s; please check its permissions.", path), Cause: err}
	}
	defer f.Close()
	lines := bufio.NewScanner(f)
	lines.Buffer(nil, 16<<20)
	n := 0
	for lines.Scan() {
		n++
		line := strings.TrimSpace(lines.Text())
		if line == "" {
			continue
		}
		if err := use(line); err != nil {
			return &knowledge.Error{Say: fmt.Sprintf("I can't read line %d of %s; please correct it.", n, path), Cause: err}
		}
	}
	if err := lines.Err(); err != nil {
		return &knowledge.Error{Say: fmt.Sprintf("I can't read %s after line %d.", path, n), Cause: err}
	}
	return nil
}
