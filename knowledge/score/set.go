package score

import (
	"bufio"
	"encoding/json"
	"fmt"
	"os"

	"careeradvisor/knowledge"
)

// maxLine is how long a line of a question set may be, in bytes.
const maxLine = 4 << 20

// Read reads a question set. Its errors are [knowledge.Error]s that name the file
// and the line.
func Read(name string) ([]Question, error) {
	f, err := os.Open(name)
	if err != nil {
		return nil, &knowledge.Error{Say: fmt.Sprintf("The question set %q cannot be read: check the path.", name), Cause: err}
	}
	defer f.Close()
	var qs []Question
	lines := bufio.NewScanner(f)
	lines.Buffer(nil, maxLine)
	for n := 1; lines.Scan(); n++ {
		if len(lines.Bytes()) == 0 {
			continue
		}
		var q Question
		if err := json.Unmarshal(lines.Bytes(), &q); err != nil {
			return nil, &knowledge.Error{Say: fmt.Sprintf("Line %d of %q is not a question: correct it.", n, name), Cause: err}
		}
		qs = append(qs, q)
	}
	if err := lines.Err(); err != nil {
		return nil, &knowledge.Error{Say: fmt.Sprintf("The question set %q cannot be read to its end.", name), Cause: err}
	}
	if len(qs) == 0 {
		return nil, &knowledge.Error{Say: fmt.Sprintf("The question set %q is empty.", name)}
	}
	return qs, nil
}
