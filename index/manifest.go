package index

import (
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"time"

	"careeradvisor/knowledge/durable"
)

// formatVersion changes whenever the files of a generation do.
const formatVersion = 3

// maxManifest bounds what is read of a manifest, in bytes.
const maxManifest = 4 << 20

// manifest says what a complete generation holds. It is written last.
type manifest struct {
	Format      int               `json:"format"`
	Mapping     int               `json:"mapping"`     // mappingVersion of the code that built it
	Fingerprint string            `json:"fingerprint"` // of the inputs, as given to Build
	Created     time.Time         `json:"created"`
	Documents   int               `json:"documents"`
	Passages    int               `json:"passages"`
	SHA256      map[string]string `json:"sha256"` // of every other file, by its path in the generation
}

// Reasons why a generation cannot be used.
var (
	errVersion    = errors.New("it was built by another version")
	errIncomplete = errors.New("it was not finished")
	errDamaged    = errors.New("it is damaged")
)

func writeManifest(folder string, m manifest) error {
	data, err := json.MarshalIndent(m, "", "  ")
	if err != nil {
		return err
	}
	return durable.WriteFile(filepath.Join(folder, manifestFile), append(data, '\n'))
}

func readManifest(folder string) (manifest, error) {
	f, err := os.Open(filepath.Join(folder, manifestFile))
	if errors.Is(err, fs.ErrNotExist) {
		return manifest{}, fmt.Errorf("%w: it has no %s", errIncomplete, manifestFile)
	}
	if err != nil {
		return manifest{}, err
	}
	defer f.Close()
	data, err := io.ReadAll(io.LimitReader(f, maxManifest))
	if err != nil {
		return manifest{}, fmt.Errorf("%w: %w", errDamaged, err)
	}
	var m manifest
	if err := json.Unmarshal(data, &m); err != nil {
		return manifest{}, fmt.Errorf("%w: %s: %w", errDamaged, manifestFile, err)
	}
	if m.Format != formatVersion || m.Mapping != mappingVersion {
		return manifest{}, fmt.Errorf("%w: format %d, mapping %d instead of %d, %d", errVersion, m.Format, m.Mapping, formatVersion, mappingVersion)
	}
	return m, nil
}

// verify compares every file with the manifest.
func (m manifest) verify(folder string) error {
	sums, err := digest(folder)
	if err != nil {
		return fmt.Errorf("%w: %w", errDamaged, err)
	}
	for name, want := range m.SHA256 {
		got, ok := sums[name]
		if !ok {
			return fmt.Errorf("%w: %s is missing", errDamaged, name)
		}
		if got != want {
			return fmt.Errorf("%w: %s is not as it was written", errDamaged, name)
		}
	}
	if m.SHA256[documentsFile] == "" {
		return fmt.Errorf("%w: %s has no checksum for %s", errDamaged, manifestFile, documentsFile)
	}
	return nil
}

// digest computes the checksum of every file in a generation except the manifest and whatever may
// come later: its vectors, and files still being written.
func digest(folder string) (map[string]string, error) {
	sums := map[string]string{}
	return sums, filepath.WalkDir(folder, func(path string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		name, err := filepath.Rel(folder, path)
		if err != nil || name == manifestFile || strings.HasPrefix(name, vectorsFile) || strings.HasPrefix(name, ".") {
			return err
		}
		if !d.Type().IsRegular() {
			return fmt.Errorf("%s is not a regular file", name)
		}
		sum, err := digestFile(path)
		sums[filepath.ToSlash(name)] = sum
		return err
	})
}

func digestFile(path string) (string, error) {
	f, err := os.Open(path)
	if err != nil {
		return "", err
	}
	defer f.Close()
	h := sha256.New()
	if _, err := io.Copy(h, f); err != nil {
		return "", err
	}
	return hex.EncodeToString(h.Sum(nil)), nil
}
