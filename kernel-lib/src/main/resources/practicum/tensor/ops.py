  def forward(self: __torch__.Ops, x: Tensor) -> Tensor:
    return x
  def add_number(self: __torch__.Ops, x: Tensor, y: float) -> Tensor:
    return torch.add(x, y)
  def mul_number(self: __torch__.Ops, x: Tensor, y: float) -> Tensor:
    return torch.mul(x, y)
  def div_number(self: __torch__.Ops, x: Tensor, y: float) -> Tensor:
    return torch.div(x, y)
  def power(self: __torch__.Ops, x: Tensor, y: float) -> Tensor:
    return torch.pow(x, y)
  def clip(self: __torch__.Ops, x: Tensor, low: float, high: float) -> Tensor:
    return torch.clamp(x, low, high)
  def einsum(self: __torch__.Ops, eq: str, xs: List[Tensor]) -> Tensor:
    return torch.einsum(eq, xs)
  def gelu_tanh(self: __torch__.Ops, x: Tensor) -> Tensor:
    return torch.gelu(x, approximate="tanh")
  def gelu(self: __torch__.Ops, x: Tensor) -> Tensor:
    return torch.gelu(x, approximate="none")
  def silu(self: __torch__.Ops, x: Tensor) -> Tensor:
    return torch.silu(x)
  def soft_cap(self: __torch__.Ops, x: Tensor, cap: float) -> Tensor:
    return torch.mul(torch.tanh(torch.div(x, cap)), cap)
  def affine(self: __torch__.Ops, x: Tensor, w: Tensor, b: Tensor) -> Tensor:
    return torch.linear(x, torch.t(w), b)
  def rms_norm(self: __torch__.Ops, x: Tensor, w: Tensor, eps: float) -> Tensor:
    r = torch.rsqrt(torch.add(torch.mean(torch.mul(x, x), [-1], True), eps))
    return torch.mul(torch.mul(x, r), w)
  def fill(self: __torch__.Ops, x: Tensor, mask: Tensor, y: float) -> Tensor:
    return torch.masked_fill(x, mask, y)
  def rotate_halves(self: __torch__.Ops, x: Tensor, cos: Tensor, sin: Tensor) -> Tensor:
    n = torch.size(cos, -1)
    y = torch.narrow(x, -1, 0, n)
    a = torch.narrow(y, -1, 0, torch.floordiv(n, 2))
    b = torch.narrow(y, -1, torch.floordiv(n, 2), torch.sub(n, torch.floordiv(n, 2)))
    r = torch.add(torch.mul(y, cos), torch.mul(torch.cat([torch.neg(b), a], -1), sin))
    rest = torch.narrow(x, -1, n, torch.sub(torch.size(x, -1), n))
    return torch.cat([r, rest], -1)
  def rotate_interleaved(self: __torch__.Ops, x: Tensor, cos: Tensor, sin: Tensor) -> Tensor:
    n = torch.size(cos, -1)
    y = torch.narrow(x, -1, 0, n)
    p = torch.unflatten(y, -1, [-1, 2])
    swapped = torch.flatten(torch.stack([torch.neg(torch.select(p, -1, 1)), torch.select(p, -1, 0)], -1), -2, -1)
    r = torch.add(torch.mul(y, cos), torch.mul(swapped, sin))
    rest = torch.narrow(x, -1, n, torch.sub(torch.size(x, -1), n))
    return torch.cat([r, rest], -1)
  def where(self: __torch__.Ops, c: Tensor, x: Tensor, y: Tensor) -> Tensor:
    return torch.where(c, x, y)
  def tril(self: __torch__.Ops, x: Tensor, k: int) -> Tensor:
    return torch.tril(x, k)
  def select(self: __torch__.Ops, x: Tensor, dim: int, i: int) -> Tensor:
    return torch.select(x, dim, i)
  def requires_grad(self: __torch__.Ops, x: Tensor) -> bool:
    return x.requires_grad
  def narrow(self: __torch__.Ops, x: Tensor, dim: int, start: int, length: int) -> Tensor:
    return torch.narrow(x, dim, start, length)
  def is_contiguous(self: __torch__.Ops, x: Tensor) -> bool:
    return torch.is_contiguous(x)
  def index_select(self: __torch__.Ops, x: Tensor, dim: int, i: Tensor) -> Tensor:
    return torch.index_select(x, dim, i)
  def layer_norm(self: __torch__.Ops, x: Tensor, w: Tensor, b: Tensor, eps: float) -> Tensor:
    return torch.layer_norm(x, [torch.size(x, -1)], w, b, eps)
  def conv2d(self: __torch__.Ops, x: Tensor, w: Tensor, b: Tensor, stride: int, padding: int) -> Tensor:
    return torch.conv2d(x, w, b, [stride, stride], [padding, padding], [1, 1], 1)
  def max_pool2d(self: __torch__.Ops, x: Tensor, size: int, stride: int) -> Tensor:
    return torch.max_pool2d(x, [size, size], [stride, stride], [0, 0], [1, 1], False)
  def mean_pool2d(self: __torch__.Ops, x: Tensor, size: int, stride: int) -> Tensor:
    return torch.avg_pool2d(x, [size, size], [stride, stride], [0, 0], False, True, None)
  def picture_norm(self: __torch__.Ops, x: Tensor, w: Tensor, b: Tensor, eps: float) -> Tensor:
    return torch.group_norm(x, 1, w, b, eps, True)
  def write(self: __torch__.Ops, to: Tensor, dim: int, start: int, x: Tensor) -> Tensor:
    part = torch.narrow(to, dim, start, torch.size(x, dim))
    return torch.copy_(part, torch.detach(x))
  def svd(self: __torch__.Ops, x: Tensor) -> List[Tensor]:
    u, s, v = torch.linalg_svd(x, False)
    return [u, s, v]
  def qr(self: __torch__.Ops, x: Tensor) -> List[Tensor]:
    q, r = torch.linalg_qr(x)
    return [q, r]
  def eigh(self: __torch__.Ops, x: Tensor) -> List[Tensor]:
    l, v = torch.linalg_eigh(x)
    return [l, v]
  def eigvals(self: __torch__.Ops, x: Tensor) -> Tensor:
    return torch.view_as_real(torch.linalg_eigvals(x))
  def cholesky(self: __torch__.Ops, x: Tensor) -> Tensor:
    return torch.linalg_cholesky(x)
  def solve(self: __torch__.Ops, a: Tensor, b: Tensor) -> Tensor:
    return torch.linalg_solve(a, b)
  def lstsq(self: __torch__.Ops, a: Tensor, b: Tensor) -> Tensor:
    x, r, k, s = torch.linalg_lstsq(a, b)
    return x
  def grad(self: __torch__.Ops, y: Tensor, xs: List[Tensor], create: bool) -> List[Tensor]:
    gos = annotate(List[Optional[Tensor]], [])
    r = torch.autograd.grad([y], xs, gos, True, create, True)
    res = annotate(List[Tensor], [])
    for i in range(torch.len(r)):
      g0 = r[i]
      if torch.__is__(g0, None):
        _2 = torch.append(res, torch.zeros_like(xs[i]))
      else:
        g1 = unchecked_cast(Tensor, g0)
        _3 = torch.append(res, g1)
    return res
