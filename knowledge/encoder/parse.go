package encoder

import (
	"encoding/hex"
	"errors"
	"fmt"

	"careeradvisor/knowledge/encoder/kernel"
)

// parse reads a model file. It does not compute the checksum, which would read the
// whole of it from disk; verify does.
func parse(data string) (*model, error) {
	data, second, err := split(data)
	if err != nil {
		return nil, err
	}
	f, head := openPart(data)
	m := &model{width: head[2], heads: head[3], inner: head[4]}
	m.positions = head[5]
	if f.err == nil {
		f.err = m.check(head[1], head[6])
	}
	if f.err != nil {
		return nil, f.err
	}
	m.checksum = hex.EncodeToString([]byte(data[headSize:tableAt]))
	m.vocabulary = f.bytes("vocabulary", -1)
	m.rows, m.scales = f.int8s("words.rows", head[6]*m.width), f.floats("words.scale", head[6])
	m.places = f.floats("positions", m.positions*m.width)
	f.network(&m.network, m, head[1])
	if f.err == nil && second != "" {
		m.judge, f.err = parseJudge(second, m, head)
	}
	return m, f.err
}

// parseJudge reads the judge beside m, whose head its own must fit.
func parseJudge(data string, m *model, of [8]int) (*judge, error) {
	f, head := openPart(data)
	j := &judge{network: network{positions: head[5]}}
	switch {
	case f.err != nil:
		return nil, f.err
	case [3]int(head[2:5]) != [3]int(of[2:5]) || head[6] != of[6] || head[1] < 1,
		j.positions > m.positions || j.positions <= questionTokens:
		return nil, errors.New("the model file's judge does not fit its encoder")
	}
	j.types = f.floats("types", 2*m.width)
	j.hidden, j.bias = f.floats("head.weight", m.width*m.width), f.floats("head.bias", m.width)
	j.out = f.floats("head.out", m.width)
	if constant := f.floats("head.constant", 1); constant != nil {
		j.constant = constant[0]
	}
	f.network(&j.network, m, head[1])
	return j, f.err
}

// network reads the embedding's LayerNorm and some layers.
func (f *file) network(n *network, m *model, layers int) {
	n.embedding = f.affine("embedding", m.width)
	for i := range layers {
		if f.err != nil {
			return
		}
		name := fmt.Sprintf("layer.%d.", i)
		n.layers = append(n.layers, layer{
			attention: f.afterNorm(name+"attention", m.width, 3*m.width),
			context:   f.linear(name+"context", m.width, m.width),
			middle:    f.affine(name+"middle", m.width),
			inner:     f.afterNorm(name+"inner", m.width, m.inner),
			outer:     f.linear(name+"outer", m.inner, m.width),
			end:       f.affine(name+"end", m.width),
		})
	}
}

// check refuses sizes that the arithmetic is not made for.
func (m *model) check(layers, pieces int) error {
	const most = 1 << 16
	for _, n := range []int{layers, pieces, m.width, m.heads, m.inner, m.positions} {
		if n < 1 || n > most {
			return errors.New("the model file's sizes make no sense")
		}
	}
	if m.width != m.heads*headWidth || m.width%64 != 0 || m.inner%64 != 0 || m.positions < 8 {
		return errors.New("the model file's sizes are not those of a model that this package runs")
	}
	return nil
}

func (f *file) linear(name string, in, out int) linear {
	return linear{
		in: in, out: out,
		weights: f.int8s(name+".weight", in*out),
		scale:   f.floats(name+".scale", out),
		sum:     f.floats(name+".sum", out),
		bias:    f.floats(name+".bias", out),
	}
}

// afterNorm is a linear layer that follows a LayerNorm.
func (f *file) afterNorm(name string, in, out int) linear {
	l := f.linear(name, in, out)
	l.input = f.affine(name, in)
	return l
}

func (f *file) affine(name string, width int) kernel.Affine {
	return kernel.Affine{Gain: f.floats(name+".gain", width), Shift: f.floats(name+".shift", width)}
}
