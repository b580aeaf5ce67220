package index

import (
	"errors"
	"fmt"
	"path/filepath"

	"careeradvisor/index/rank"
	"careeradvisor/knowledge"

	"github.com/blevesearch/bleve/v2"
)

// ErrNone is in the chain of Open's error if nothing has been built yet.
var ErrNone = errors.New("index: none built yet")

// openTries is how often Open starts over if a builder removes the generation that it is opening.
const openTries = 3

// Open opens the current generation in the folder dir for reading; several processes
// may do so at once. It verifies the generation first, and never uses one that is
// unfinished, damaged or of another version. In that case, or if CURRENT names none,
// Open falls back to the newest complete one, and [Index.Trouble] says why.
//
// Its errors are [knowledge.Error]s; ErrNone is in the chain if the folder has no
// generation or does not exist.
func Open(dir string) (*Index, error) {
	for try := 1; ; try++ {
		x, err := openBest(dir)
		if err == nil || try == openTries || !vanished(dir, err) {
			return x, err
		}
	}
}

// vanished reports whether CURRENT changed since a generation failed to open.
func vanished(dir string, err error) bool {
	failed, ok := errors.AsType[*generationError](err)
	if !ok {
		return false
	}
	now, err := readCurrent(dir)
	return err == nil && now != failed.name
}

func openBest(dir string) (*Index, error) {
	current, trouble := readCurrent(dir)
	names, err := generations(dir)
	if err != nil {
		return nil, &knowledge.Error{Say: fmt.Sprintf("I can't read the index folder %s; please check its permissions.", dir), Cause: err}
	}
	if len(names) == 0 && current == "" && trouble == nil {
		return nil, &knowledge.Error{Say: fmt.Sprintf("There is no index in %s yet; please run `advisor index` to build one.", dir), Cause: ErrNone}
	}
	if current != "" {
		x, err := openGeneration(dir, current)
		if err == nil {
			return x, nil
		}
		trouble = err
	}
	for _, name := range names {
		if name == current || !complete(dir, name) || current != "" && newestFirst(name, current) < 0 {
			continue
		}
		if x, err := openGeneration(dir, name); err == nil {
			x.trouble = trouble
			return x, nil
		}
	}
	if trouble == nil {
		say := fmt.Sprintf("The index in %s was never finished; please run `advisor index` to build it.", dir)
		trouble = &knowledge.Error{Say: say, Cause: errIncomplete}
	}
	return nil, trouble
}

// generationError says which generation failed to open.
type generationError struct {
	name string
	err  error
}

func (e *generationError) Error() string { return "index: " + e.name + ": " + e.err.Error() }
func (e *generationError) Unwrap() error { return e.err }

// openGeneration verifies and opens one generation.
func openGeneration(dir, name string) (*Index, error) {
	folder := filepath.Join(dir, name)
	x, err := openFolder(folder, nil, nil)
	if err != nil {
		say := fmt.Sprintf("I can't use the index in %s; please run `advisor index` to rebuild it.", folder)
		for _, why := range []error{errVersion, errIncomplete, errDamaged} {
			if errors.Is(err, why) {
				say = fmt.Sprintf("I can't use the index in %s: %s. Please run `advisor index` to rebuild it.", folder, why)
			}
		}
		return nil, &knowledge.Error{Say: say, Cause: &generationError{name, err}}
	}
	return x, nil
}

// openFolder opens a generation that was just made of docs with these lengths; if they are nil, it
// verifies the generation and reads them.
func openFolder(folder string, docs []knowledge.Document, each []rank.Lengths) (x *Index, err error) {
	m, err := readManifest(folder)
	if err != nil {
		return nil, err
	}
	held, err := hold(folder)
	if err != nil {
		return nil, err
	}
	defer func() {
		if err != nil {
			err = errors.Join(err, held.Close())
		}
	}()
	if docs == nil {
		if err := m.verify(folder); err != nil {
			return nil, err
		}
		if docs, each, err = readDocuments(folder, m.Documents); err != nil {
			return nil, err
		}
	}
	store, err := bleve.OpenUsing(filepath.Join(folder, storeFolder), map[string]any{
		"read_only": true, "bolt_timeout": storeTimeout,
	})
	if err != nil {
		return nil, fmt.Errorf("%w: %w", errDamaged, err)
	}
	x, err = newIndex(store, docs, each)
	if err != nil {
		return nil, errors.Join(fmt.Errorf("%w: %w", errDamaged, err), store.Close())
	}
	x.folder, x.name, x.fingerprint, x.created, x.held = folder, filepath.Base(folder), m.Fingerprint, m.Created, held
	x.vectors = x.newVectors(filepath.Join(folder, vectorsFile))
	return x, nil
}
