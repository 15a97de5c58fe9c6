  def forward(self: __torch__.Ops, x: Tensor) -> Tensor:
    return x
  def map(self: __torch__.Ops, file: str, size: int) -> Tensor:
    return torch.from_file(file, False, size, dtype=0)
  def seen(self: __torch__.Ops, bytes: Tensor, begin: int, count: int, type: int, shape: List[int]) -> Tensor:
    x = torch.empty([0], dtype=type)
    first = torch.floordiv(begin, torch.element_size(x))
    return torch.view(torch.set_(x, bytes, first, [count], [1]), shape)
  def converted(self: __torch__.Ops, bytes: Tensor, begin: int, count: int, type: int, to: int, shape: List[int]) -> Tensor:
    return torch.to((self).seen(bytes, begin, count, type, shape, ), to, False, True)
  def part(self: __torch__.Ops, bytes: Tensor, begin: int, end: int) -> Tensor:
    return torch.clone(torch.slice(bytes, 0, begin, end))
