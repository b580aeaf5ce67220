package kernel

// A tile is a block of a product that stays in registers: at most some number of rows times some
// number of columns. While it multiplies, it fetches weights that will be needed soon, starting
// ahead bytes after its own: fetch bytes for each input.
type tile struct {
	rows, columns, fetch int
	run                  func(c *int32, a *uint8, w *int8, rows, in, out, ahead int)
}

// tiled computes the product by tiles, the last of which has the columns of one panel. The rows of
// each panel are divided evenly: nine into five and four, not eight and one.
func tiled(tiles ...tile) func(c []int32, a []uint8, w []int8, rows, in, out int) {
	return func(c []int32, a []uint8, w []int8, rows, in, out int) {
		t := tiles
		for n := 0; n < out; n += t[0].columns {
			for len(t) > 1 && out-n < t[0].columns {
				t = t[1:]
			}
			ahead := t[0].columns * in
			for r, m := 0, 0; r < rows; r += m {
				m = share(rows-r, t[0].rows)
				t[0].run(&c[r*out+n], &a[r*in], &w[n*in], m, in, out, ahead)
				ahead += t[0].fetch * in
			}
		}
	}
}

// share is how many of the remaining rows go into a tile that holds at most most.
func share(left, most int) int {
	tiles := (left + most - 1) / most
	return (left + tiles - 1) / tiles
}

// floatTile is the same for a float32 product of 16 columns.
type floatTile struct {
	rows int
	run  func(c *float32, ldc int, a *float32, row, next int, b *float32, ldb, rows, depth int)
}

func (t floatTile) matmul(c []float32, ldc int, a []float32, row, next int, b []float32, ldb int, rows, n, depth int) {
	for j := 0; j < n; j += block {
		for r, m := 0, 0; r < rows; r += m {
			m = share(rows-r, t.rows)
			t.run(&c[r*ldc+j], ldc, &a[r*row], row, next, &b[j], ldb, m, depth)
		}
	}
}
