  def rounded(self: __torch__.Ops, w: Tensor) -> Tensor:
    return ops.mkldnn._reorder_linear_weight(torch.to(torch.contiguous(torch.t(w)), 15), None)
  def product(self: __torch__.Ops, x: Tensor, w: Tensor) -> Tensor:
    y = ops.mkldnn._linear_pointwise(torch.to(x, 15), w, None, "none", annotate(List[Optional[number]], []), None)
    return torch.to(y, 6)
  def affine(self: __torch__.Ops, x: Tensor, w: Tensor, b: Tensor) -> Tensor:
    y = ops.mkldnn._linear_pointwise(torch.to(x, 15), w, None, "none", annotate(List[Optional[number]], []), None)
    return torch.add_(torch.to(y, 6), b)
