  def one_step(self: __torch__.Ops, w: Tensor) -> bool:
    if torch.eq(torch.stride(w, 0), 1):
      dense = torch.eq(torch.stride(w, 1), torch.size(w, 0))
    elif torch.eq(torch.stride(w, 1), 1):
      dense = torch.eq(torch.stride(w, 0), torch.size(w, 1))
    else:
      dense = False
    return dense
  def product(self: __torch__.Ops, x: Tensor, w: Tensor) -> Tensor:
    if (self).one_step(w, ):
      y = ops.mkldnn._linear_pointwise(x, torch.t(w), None, "none", annotate(List[Optional[number]], []), None)
    else:
      y = torch.matmul(x, w)
    return y
  def affine(self: __torch__.Ops, x: Tensor, w: Tensor, b: Tensor) -> Tensor:
    if (self).one_step(w, ):
      y = ops.mkldnn._linear_pointwise(x, torch.t(w), b, "none", annotate(List[Optional[number]], []), None)
    else:
      y = torch.linear(x, torch.t(w), b)
    return y
  def affine_gelu_tanh(self: __torch__.Ops, x: Tensor, w: Tensor, b: Tensor) -> Tensor:
    if (self).one_step(w, ):
      y = ops.mkldnn._linear_pointwise(x, torch.t(w), b, "gelu", annotate(List[Optional[number]], []), "tanh")
    else:
      y = torch.gelu(torch.linear(x, torch.t(w), b), approximate="tanh")
    return y
