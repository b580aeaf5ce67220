// Package settings reads a program's configuration from environment variables into structs, and
// prints it. Names, conversion and defaults follow envconfig's tags; a `blank` tag says what
// leaving a variable empty means.
//
// It promises to report everything that is wrong at once, each with its value and an example, and
// never to show a secret. It must not know what variables there are.
package settings

import (
	"errors"
	"fmt"
	"io"
	"os"
	"reflect"
	"regexp"
	"slices"
	"strings"

	"github.com/kelseyhightower/envconfig"

	"careeradvisor/knowledge"
	"careeradvisor/knowledge/text"
)

// Reader reads variables and collects what is wrong with them.
type Reader struct {
	wrong []error
	named map[string]bool // variables with problems
}

// variable is a field of a struct and the variable that it comes from.
type variable struct {
	name  string
	field reflect.StructField
	value reflect.Value
}

// variables are those of a struct, or of the struct that it points to.
func variables(prefix string, of any) []variable {
	v := reflect.Indirect(reflect.ValueOf(of))
	var all []variable
	for i := range v.NumField() {
		f := v.Type().Field(i)
		name := f.Tag.Get("envconfig")
		if name == "" {
			name = upperSnake(f.Name)
		}
		all = append(all, variable{prefix + "_" + name, f, v.Field(i)})
	}
	return all
}

// Names are the variables of a struct.
func Names(prefix string, of any) []string {
	var names []string
	for _, v := range variables(prefix, of) {
		names = append(names, v.name)
	}
	return names
}

// Read fills a struct from the variables with a prefix. A field whose variable cannot
// be read stays as it was.
func (r *Reader) Read(prefix string, into any) {
	for _, v := range variables(prefix, into) {
		one := reflect.New(reflect.StructOf([]reflect.StructField{v.field}))
		if err := envconfig.Process(prefix, one.Interface()); err == nil {
			v.value.Set(one.Elem().Field(0))
			continue
		}
		kind := "a number"
		if v.value.Type() == reflect.TypeFor[Duration]() {
			kind = "a length of time"
		}
		r.Wrong(v.name, os.Getenv(v.name), fmt.Sprintf("has to be %s, for example %s", kind, v.field.Tag.Get("default")))
	}
}

// RefuseUnknown reports variables with the prefix that the struct does not have.
func (r *Reader) RefuseUnknown(prefix string, known any) {
	names := Names(prefix, known)
	for _, kv := range slices.Sorted(slices.Values(os.Environ())) {
		name, _, _ := strings.Cut(kv, "=")
		if !strings.HasPrefix(name, prefix+"_") || slices.Contains(names, name) {
			continue
		}
		hint := "advisor config lists the ones that exist."
		if near := nearest(name, names); near != "" {
			hint = "did you mean " + near + "?"
		}
		r.wrong = append(r.wrong, &knowledge.Error{Say: "There is no variable " + name + ": " + hint})
	}
}

// nearest is the name that was probably meant; "" if none is close.
func nearest(name string, names []string) string {
	best, limit := "", 4
	for _, n := range names {
		if d := text.Distance(name, n, limit); d < limit {
			best, limit = n, d
		}
	}
	return best
}

// Wrong records what is wrong with the value of a variable, in words that continue a
// sentence after its name: "has to be from 1 to 10". Only the first problem of a
// variable is kept.
func (r *Reader) Wrong(name string, value any, why string) {
	if r.named[name] {
		return
	}
	if r.named == nil {
		r.named = map[string]bool{}
	}
	r.named[name] = true
	text, _ := value.(string)
	switch {
	case value == "":
		why = "is empty, and " + why
	case text != "" && !secretive.MatchString(text):
		why = fmt.Sprintf("is %q, and %s", text, why)
	}
	r.wrong = append(r.wrong, &knowledge.Error{Say: name + " " + why + "."})
}

// secretive matches what looks like a token, or an address with a password, wherever it was pasted
// by mistake.
var secretive = regexp.MustCompile(`xox|xapp-|://[^/]*@`)

// Err joins everything that is wrong; nil if nothing is.
func (r *Reader) Err() error { return errors.Join(r.wrong...) }

// Print prints the variables of a struct, one per line, and says what a blank or unset one means.
func Print(w io.Writer, prefix string, of any) {
	for _, v := range variables(prefix, of) {
		if v.value.Type() == reflect.TypeFor[Retired]() {
			continue
		}
		value := fmt.Sprint(v.value.Interface())
		if list, ok := v.value.Interface().([]string); ok {
			value = strings.Join(list, ",")
		}
		line := v.name + "=" + value
		switch _, set := os.LookupEnv(v.name); {
		case value == "" && v.field.Tag.Get("blank") != "":
			line += "  (blank: " + v.field.Tag.Get("blank") + ")"
		case !set:
			line += "  (default)"
		}
		fmt.Fprintln(w, line)
	}
}

// upperSnake turns BotToken into BOT_TOKEN, splitting words as envconfig does.
func upperSnake(s string) string {
	var b strings.Builder
	for i, r := range s {
		if i > 0 && r >= 'A' && r <= 'Z' {
			b.WriteByte('_')
		}
		b.WriteRune(r)
	}
	return strings.ToUpper(b.String())
}
